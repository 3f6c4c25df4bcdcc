import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.util.Map;
import java.util.Set;

/** Like Fetch, in a JVM where there is a class with the gate's name already. */
public class GateTaken {
    public static void main(String[] arguments) throws Exception {
        EarlyAgent.instrumentation.redefineModule(
                Object.class.getModule(),
                Set.of(),
                Map.of(),
                Map.of("java.lang", Set.of(GateTaken.class.getModule())),
                Set.of(),
                Map.of());
        MethodHandles.privateLookupIn(Object.class, MethodHandles.lookup()).defineClass(emptyClass());
        Fetch.main(arguments);
    }

    /** The class file of JVMS 4.1, with a name, a superclass and nothing else. */
    private static byte[] emptyClass() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(0xCAFEBABE);
        out.writeInt(52);
        out.writeShort(5);
        for (String name : new String[] {"java/lang/ThrottleGate", "java/lang/Object"}) {
            out.writeByte(1);
            out.writeUTF(name);
            out.writeByte(7);
            out.writeShort(name.endsWith("Gate") ? 1 : 3);
        }
        out.writeShort(0x21);
        out.writeShort(2);
        out.writeShort(4);
        out.writeLong(0);
        return bytes.toByteArray();
    }
}
