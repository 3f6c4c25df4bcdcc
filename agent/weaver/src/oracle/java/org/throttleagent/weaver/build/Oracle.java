package org.throttleagent.weaver.build;

import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;
import org.throttleagent.weaver.Patch;

/**
 * Byte Buddy weaves the real class, which says what is right; build half and splice must do the same. A program of its own, so
 * that it runs on any JDK; prints each difference, then how many cases there were.
 */
public final class Oracle {
    private final int newest =
            Integer.parseInt(System.getProperty("java.class.version").replaceAll("[.].*", ""));
    private int cases;
    private int differences;

    private Oracle() {}

    /** Compares; the exit status is 0 if there is no difference. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Oracle oracle = new Oracle();
        for (Shape shape : Shape.values()) {
            oracle.compare(shape);
        }
        System.out.println("cases=" + oracle.cases + " differences=" + oracle.differences + " class files 46, 50, 52, "
                + oracle.newest);
        System.exit(oracle.differences == 0 ? 0 : 1);
    }

    private void compare(Shape shape) throws ReflectiveOperationException {
        byte[] sample = Weavings.classFile(Sample.class);
        Class<?> woven = load(Weavings.byByteBuddy(Sample.class, shape.methods, shape.advice));
        List<Patch> patches = shape.patches();
        // without frames; with frames that may be wrong; as javac writes it; as this JDK's javac does
        for (int version : new int[] {Opcodes.V1_2, Opcodes.V1_6, Opcodes.V1_8, newest}) {
            Class<?> spliced = load(Weavings.bySplice(Weavings.inVersion(sample, version), patches));
            for (Calls.Call call : Calls.ALL) {
                if (shape.methods.contains(call.method)) {
                    for (Trace.Mode mode : Trace.Mode.values()) {
                        String expected = Calls.outcome(woven, call, mode);
                        String actual = Calls.outcome(spliced, call, mode);
                        cases++;
                        if (!actual.equals(expected)) {
                            differences++;
                            System.out.println(shape + " in class file " + version + ", " + mode + ", " + call
                                    + "\n  expected " + expected + "\n  but was  " + actual);
                        }
                    }
                }
            }
        }
    }

    private static Class<?> load(byte[] sample) {
        return Weavings.load(Sample.class.getName(), sample);
    }
}
