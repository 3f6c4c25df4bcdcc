package org.throttleagent.runtime.settings;

import java.io.ByteArrayOutputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** All that settings are read from. Immutable; what it refers to is read at each {@link Settings#load}. */
public final class Sources {
    /** Reads files. */
    public interface Files {
        /** All bytes of a file. */
        byte[] read(String path) throws IOException;
    }

    final @Nullable String agentArguments;
    final Properties systemProperties;
    final Map<String, String> environment;
    final Files files;

    /**
     * Sources.
     *
     * @param agentArguments what follows the {@code =} of the {@code -javaagent} option, if anything
     * @param systemProperties of which those that begin with {@code throttle.} count
     * @param environment of which those that begin with {@code THROTTLE_} count
     * @param files reads the file that {@code throttle.config.file} names
     */
    public Sources(
            @Nullable String agentArguments,
            Properties systemProperties,
            Map<String, String> environment,
            Files files) {
        this.agentArguments = agentArguments;
        this.systemProperties = systemProperties;
        this.environment = environment;
        this.files = files;
    }

    /** The sources of this JVM. */
    public static Sources ofThisJvm(@Nullable String agentArguments) {
        return new Sources(agentArguments, System.getProperties(), System.getenv(), new Disk());
    }

    /** Files as they are on disk. */
    public static final class Disk implements Files {
        @Override
        public byte[] read(String path) throws IOException {
            try (InputStream in = new FileInputStream(path)) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    all.write(buffer, 0, read);
                }
                return all.toByteArray();
            }
        }
    }
}
