package org.throttleagent.weaver.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/** Finds class files of the library that a module compiles against, or of the JDK that runs the build. */
interface ClassFiles {
    /** The class file, or {@code null} if there is none. */
    byte @Nullable [] find(String internalName);

    /** Those that a class loader sees. */
    static ClassFiles of(ClassLoader loader) {
        return internalName -> {
            try (InputStream in = loader.getResourceAsStream(internalName + ".class")) {
                return in == null ? null : readAll(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
    }

    static byte[] readAll(InputStream in) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            out.write(buffer, 0, count);
        }
        return out.toByteArray();
    }
}
