package org.throttleagent.weaver;

/**
 * Gives a class of {@code java.lang}, on its way into the JVM, one more method: a public static one that takes a class file and
 * has the boot loader define it. Nothing else of the class changes.
 */
/*
 * The method is {@code return ClassLoader.defineClass1(null, name, file, 0, file.length, null, null)}: what {@code
 * Lookup.defineClass} ends in on 9 and newer.
 */
public final class DefiningMethod {
    /** Of the method that is added. */
    static final String DESCRIPTOR = "([B)Ljava/lang/Class;";

    private static final String DEFINE_DESCRIPTOR = "(Ljava/lang/ClassLoader;Ljava/lang/String;[BII"
            + "Ljava/security/ProtectionDomain;Ljava/lang/String;)Ljava/lang/Class;";
    private static final int PUBLIC_STATIC = 0x0009;
    private static final int STACK = 7;
    private static final int CODE_LENGTH = 14;

    private DefiningMethod() {}

    /**
     * The class with the method.
     *
     * @param classFile a class of {@code java.lang} that is not loaded yet; not changed
     * @param method the method's name, which the class does not have yet
     * @param defined the internal name of the class that it defines
     */
    public static byte[] addTo(byte[] classFile, String method, String defined) {
        ClassFile file = ClassFile.read(classFile);
        AddedConstants added = new AddedConstants(file);
        ByteSink body = method(added, method, defined);
        int end = file.endOfMethods();

        ByteSink whole = new ByteSink(classFile.length + added.bytes().size() + body.size());
        whole.bytes(classFile, 0, 8);
        whole.u2(added.count());
        whole.bytes(classFile, 10, file.constantsEnd);
        whole.all(added.bytes());
        whole.bytes(classFile, file.constantsEnd, file.firstMethod - 2);
        whole.u2(file.methodCount() + 1);
        whole.bytes(classFile, file.firstMethod, end);
        whole.all(body);
        whole.bytes(classFile, end, classFile.length);
        return whole.toBytes();
    }

    private static ByteSink method(AddedConstants added, String name, String defined) {
        int definedName = added.string(defined);
        int define = added.method("java/lang/ClassLoader", "defineClass1", DEFINE_DESCRIPTOR);
        ByteSink out = new ByteSink(64);
        out.u2(PUBLIC_STATIC);
        out.u2(added.text(name));
        out.u2(added.text(DESCRIPTOR));
        out.u2(1);
        out.u2(added.text(MethodCode.ATTRIBUTE));
        out.s4(12 + CODE_LENGTH);
        out.u2(STACK);
        out.u2(1);
        out.s4(CODE_LENGTH);
        out.u1(Opcode.ACONST_NULL);
        out.u1(Opcode.LDC_W);
        out.u2(definedName);
        out.u1(Opcode.ALOAD_0);
        out.u1(Opcode.ICONST_0);
        out.u1(Opcode.ALOAD_0);
        out.u1(Opcode.ARRAYLENGTH);
        out.u1(Opcode.ACONST_NULL);
        out.u1(Opcode.ACONST_NULL);
        out.u1(Opcode.INVOKESTATIC);
        out.u2(define);
        out.u1(Opcode.ARETURN);
        out.s4(0); // no handlers, no attributes
        return out;
    }
}
