package org.throttleagent.gate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the method that an advice class is woven into. The build finds it, weaves, and fails when it cannot. One
 * annotation for each distinct owner or descriptor that the supported versions have; a version that lacks the method or a
 * field is left alone at run time.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
@Repeatable(WovenInto.All.class)
public @interface WovenInto {
    /** The adapter that owns the hook. */
    Class<? extends ClientAdapter> client();

    /** The target class's binary name, with dots. */
    String type();

    /** The target method's name; never a constructor. */
    String method();

    /** The target method's descriptor, as in JVMS 4.3.3. */
    String descriptor();

    /** Whether the target method is static. */
    boolean isStatic() default false;

    /** The fields that the target class declares and the advice uses, as {@code name:descriptor}. */
    String[] fields() default {};

    /** The fields that the target class inherits and the advice uses, as {@code name:descriptor}. */
    String[] inheritedFields() default {};

    /** The superclass from which the target class has {@link #inheritedFields}; binary name. */
    String inheritedFrom() default "";

    /** The first version of the client that has this method so. */
    String since();

    /** The first version that has it no longer; empty: the newest has it. */
    String until() default "";

    /** Holds several. */
    @Retention(RetentionPolicy.CLASS)
    @Target(ElementType.TYPE)
    @interface All {
        /** The targets. */
        WovenInto[] value();
    }
}
