package org.throttleagent.weaver.build;

import static net.bytebuddy.matcher.ElementMatchers.named;

import net.bytebuddy.ByteBuddy;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.description.type.TypeDescription;
import net.bytebuddy.dynamic.ClassFileLocator;
import net.bytebuddy.dynamic.TypeResolutionStrategy;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.pool.TypePool;

/** Lets Byte Buddy weave an advice class into the carrier for its target. */
final class AdviceWeaver {
    private AdviceWeaver() {}

    /**
     * The woven carrier, unchecked.
     *
     * @param own the classes of the module that has the advice
     * @throws WeavingException if Byte Buddy refuses
     */
    static byte[] weave(Hook hook, ClassFileLocator own) {
        ClassFileLocator types = new AdviceTypes(hook, own);
        TypePool pool = TypePool.Default.of(types);
        try {
            TypeDescription carrier = pool.describe(hook.type).resolve();
            return new ByteBuddy()
                    .with(TypeValidation.DISABLED)
                    .with(Implementation.Context.Disabled.Factory.INSTANCE)
                    .decorate(carrier, types)
                    .visit(Advice.to(pool.describe(hook.advice).resolve(), types)
                            .on(named(hook.method)))
                    .make(TypeResolutionStrategy.Disabled.INSTANCE, pool)
                    .getBytes();
        } catch (RuntimeException e) {
            throw hook.failure("Byte Buddy cannot weave it: " + e.getMessage(), e);
        }
    }
}
