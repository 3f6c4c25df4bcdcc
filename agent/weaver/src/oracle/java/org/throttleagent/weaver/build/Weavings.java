package org.throttleagent.weaver.build;

import static net.bytebuddy.matcher.ElementMatchers.named;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.pool.TypePool;
import org.jspecify.annotations.Nullable;
import org.throttleagent.weaver.Patch;
import org.throttleagent.weaver.Report;
import org.throttleagent.weaver.Weaver;

/** Weaves in both ways: Byte Buddy into the whole class, and build half and splice. */
final class Weavings {
    static final ClassFileLocator OWN = ClassFileLocator.ForClassLoader.of(Weavings.class.getClassLoader());

    private Weavings() {}

    static byte[] classFile(Class<?> type) {
        try (InputStream in = type.getResourceAsStream("/" + Type.getInternalName(type) + ".class")) {
            return ClassFiles.readAll(in);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The same class as one of another class file version, without frames before 50. */
    static byte[] inVersion(byte[] classFile, int version) {
        ClassWriter writer = new ClassWriter(0);
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9, writer) {
                            @Override
                            public void visit(
                                    int ignored,
                                    int access,
                                    String name,
                                    @Nullable String signature,
                                    @Nullable String superName,
                                    String @Nullable [] interfaces) {
                                super.visit(version, access, name, signature, superName, interfaces);
                            }
                        },
                        version < Opcodes.V1_6 ? ClassReader.SKIP_FRAMES : 0);
        return writer.toByteArray();
    }

    /** Byte Buddy's own result: the advice into the methods, the first advice outside. */
    static byte[] byByteBuddy(Class<?> type, Collection<String> methods, List<Class<?>> advice) {
        TypePool pool = TypePool.Default.of(OWN);
        TypeDescription target = pool.describe(type.getName()).resolve();
        DynamicType.Builder<?> builder = new ByteBuddy()
                .with(TypeValidation.DISABLED)
                .with(Implementation.Context.Disabled.Factory.INSTANCE)
                .decorate(target, OWN);
        for (Class<?> each : advice) {
            Advice woven = Advice.to(pool.describe(each.getName()).resolve(), OWN);
            for (String method : methods) {
                builder = builder.visit(woven.on(named(method)));
            }
        }
        return builder.make(TypeResolutionStrategy.Disabled.INSTANCE, pool).getBytes();
    }

    /** The hook of an advice for a method. */
    static Hook hook(Class<?> advice, Class<?> type, Method method, List<String> fields, String inheritedFrom) {
        Map<String, Object> values = new HashMap<>();
        values.put("client", Type.getType(Object.class));
        values.put("type", type.getName());
        values.put("method", method.getName());
        values.put("descriptor", Type.getMethodDescriptor(method));
        values.put("isStatic", Modifier.isStatic(method.getModifiers()));
        values.put(inheritedFrom.isEmpty() ? "fields" : "inheritedFields", fields);
        values.put("inheritedFrom", inheritedFrom);
        values.put("since", "1");
        return new Hook(advice.getName(), values);
    }

    static byte[] bySplice(byte[] classFile, List<Patch> patches) {
        Outcomes outcomes = new Outcomes();
        byte[] woven = Weaver.weave(classFile, patches, outcomes);
        if (woven == null || !outcomes.skipped.isEmpty()) {
            throw new IllegalStateException("not woven: " + outcomes.skipped);
        }
        return woven;
    }

    /** Defines one class anew; all others are the parent's. */
    static Class<?> load(String name, byte[] classFile) {
        return new ClassLoader(Weavings.class.getClassLoader()) {
            Class<?> define() {
                return defineClass(name, classFile, 0, classFile.length);
            }
        }.define();
    }

    /** Remembers a report. */
    static final class Outcomes implements Report {
        final List<String> applied = new ArrayList<>();
        final List<String> skipped = new ArrayList<>();

        @Override
        public void applied(Patch patch) {
            applied.add(patch.toString());
        }

        @Override
        public void skipped(Patch patch, String why) {
            skipped.add(patch + ": " + why);
        }
    }
}
