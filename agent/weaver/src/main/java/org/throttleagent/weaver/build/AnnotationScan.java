package org.throttleagent.weaver.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/** Reads {@code @WovenInto} and {@code @ClientId} off a class file. */
final class AnnotationScan extends ClassVisitor {
    private static final String WOVEN_INTO = "Lorg/throttleagent/gate/WovenInto;";
    private static final String ALL = "Lorg/throttleagent/gate/WovenInto$All;";
    private static final String CLIENT_ID = "Lorg/throttleagent/gate/ClientId;";

    final List<Hook> hooks = new ArrayList<>();

    @Nullable
    Client client;

    String name = "";

    private AnnotationScan() {
        super(Opcodes.ASM9);
    }

    static AnnotationScan of(byte[] classFile) {
        AnnotationScan scan = new AnnotationScan();
        new ClassReader(classFile)
                .accept(scan, ClassReader.SKIP_CODE | ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return scan;
    }

    @Override
    public void visit(
            int version,
            int access,
            String internalName,
            @Nullable String signature,
            @Nullable String superName,
            String @Nullable [] interfaces) {
        name = internalName.replace('/', '.');
    }

    @Override
    public @Nullable AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
        switch (descriptor) {
            case WOVEN_INTO:
                return new Hooks();
            case ALL:
                return new AnnotationVisitor(Opcodes.ASM9) {
                    @Override
                    public AnnotationVisitor visitArray(String value) {
                        return new AnnotationVisitor(Opcodes.ASM9) {
                            @Override
                            public AnnotationVisitor visitAnnotation(@Nullable String element, String type) {
                                return new Hooks();
                            }
                        };
                    }
                };
            case CLIENT_ID:
                return new Values() {
                    @Override
                    public void visitEnd() {
                        client = new Client(
                                String.valueOf(values.get("value")), (Boolean) values.getOrDefault("library", true));
                    }
                };
            default:
                return null;
        }
    }

    private final class Hooks extends Values {
        @Override
        public void visitEnd() {
            hooks.add(new Hook(name, values));
        }
    }

    private abstract static class Values extends AnnotationVisitor {
        final Map<String, Object> values = new HashMap<>();

        Values() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(String element, Object value) {
            values.put(element, value);
        }

        @Override
        public AnnotationVisitor visitArray(String element) {
            List<Object> elements = new ArrayList<>();
            values.put(element, elements);
            return new AnnotationVisitor(Opcodes.ASM9) {
                @Override
                public void visit(@Nullable String none, Object value) {
                    elements.add(value);
                }
            };
        }
    }
}
