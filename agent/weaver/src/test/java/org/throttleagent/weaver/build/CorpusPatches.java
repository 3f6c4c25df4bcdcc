package org.throttleagent.weaver.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import net.bytebuddy.jar.asm.commons.ClassRemapper;
import net.bytebuddy.jar.asm.commons.SimpleRemapper;
import org.jspecify.annotations.Nullable;
import org.throttleagent.weaver.Patch;

/**
 * Patches for all methods of a class. Byte Buddy weaves once for each advice and shape of descriptor, with a made-up name for each
 * type; the result is then renamed, which is much faster.
 */
final class CorpusPatches {
    private static final String ANY_OWNER = "any/Owner";

    private final Map<String, byte[]> carriers = new HashMap<>();

    List<Patch> forAllMethods(byte[] classFile, Class<?> advice) {
        List<Patch> patches = new ArrayList<>();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            private String owner = "";

                            @Override
                            public void visit(
                                    int version,
                                    int access,
                                    String name,
                                    @Nullable String signature,
                                    @Nullable String superName,
                                    String @Nullable [] interfaces) {
                                owner = name;
                            }

                            @Override
                            public @Nullable MethodVisitor visitMethod(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    String @Nullable [] exceptions) {
                                boolean hasCode = (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0;
                                if (hasCode && !name.startsWith("<")) {
                                    boolean isStatic = (access & Opcodes.ACC_STATIC) != 0;
                                    Map<String, String> names = new HashMap<>();
                                    names.put(ANY_OWNER, owner);
                                    byte[] carrier = carrier(advice, shape(descriptor, names), isStatic);
                                    patches.add(Patch.read(renamed(carrier, names, name)));
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return patches;
    }

    private byte[] carrier(Class<?> advice, String descriptor, boolean isStatic) {
        String key = advice.getName() + descriptor + isStatic;
        byte[] known = carriers.get(key);
        if (known == null) {
            Map<String, Object> values = new HashMap<>();
            values.put("client", Type.getType(Object.class));
            values.put("type", ANY_OWNER.replace('/', '.'));
            values.put("method", "any");
            values.put("descriptor", descriptor);
            values.put("isStatic", isStatic);
            values.put("since", "1");
            known = AdviceWeaver.weave(new Hook(advice.getName(), values), Weavings.OWN);
            carriers.put(key, known);
        }
        return known;
    }

    /** The descriptor with a made-up name for each class in it, which is put down with the real one. */
    private static String shape(String descriptor, Map<String, String> names) {
        Type returned = anonymous(Type.getReturnType(descriptor), names);
        Type[] arguments = Type.getArgumentTypes(descriptor);
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = anonymous(arguments[i], names);
        }
        return Type.getMethodDescriptor(returned, arguments);
    }

    private static Type anonymous(Type type, Map<String, String> names) {
        Type element = type.getSort() == Type.ARRAY ? type.getElementType() : type;
        if (element.getSort() != Type.OBJECT) {
            return type;
        }
        String any = "any/Type" + names.size();
        names.put(any, element.getInternalName());
        String brackets = type.getSort() == Type.ARRAY ? "[".repeat(type.getDimensions()) : "";
        return Type.getType(brackets + "L" + any + ";");
    }

    private static byte[] renamed(byte[] carrier, Map<String, String> names, String method) {
        ClassWriter writer = new ClassWriter(0);
        ClassVisitor rename =
                new ClassVisitor(Opcodes.ASM9, new ClassRemapper(writer, new SimpleRemapper(Opcodes.ASM9, names))) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access,
                            String any,
                            String descriptor,
                            @Nullable String signature,
                            String @Nullable [] exceptions) {
                        return super.visitMethod(access, method, descriptor, signature, exceptions);
                    }
                };
        new ClassReader(carrier).accept(rename, ClassReader.EXPAND_FRAMES);
        return writer.toByteArray();
    }
}
