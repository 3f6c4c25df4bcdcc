package org.throttleagent.app.client;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What a request carries, and how it is handed to the client. All kinds put the same bytes on the wire; they differ in
 * framing, and in whether the client can send them a second time.
 */
public final class Body {
    /** How the bytes reach the client. */
    public enum Kind {
        /** There is no body. */
        NONE,
        /** As a whole: the client knows them and may send them again. */
        BYTES,
        /** As a text, in clients that take one; else as bytes. */
        TEXT,
        /** As a file, in clients that read one themselves; else as bytes. */
        FILE,
        /** As a stream whose length is declared and that may be opened again. */
        SIZED_STREAM,
        /** As a stream of undeclared length that may be opened again; chunked on HTTP/1.1. */
        CHUNKED_STREAM,
        /** As a stream of undeclared length that can be read once only. */
        ONE_SHOT
    }

    private static final Body NONE = new Body(Kind.NONE, new byte[0]);

    private final Kind kind;
    private final byte[] content;
    private final AtomicBoolean opened = new AtomicBoolean();

    private Body(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    /** The absent body. */
    public static Body none() {
        return NONE;
    }

    /**
     * A body of the given kind.
     *
     * @param content not copied, and not to be changed afterwards
     */
    public static Body of(Kind kind, byte[] content) {
        if (kind == Kind.NONE) {
            throw new IllegalArgumentException("kind NONE carries nothing, but got " + content.length + " bytes");
        }
        return new Body(kind, content);
    }

    public Kind kind() {
        return kind;
    }

    /** The length in bytes, also of kinds that do not declare it. */
    public int length() {
        return content.length;
    }

    /** The bytes themselves, not a copy. */
    byte[] content() {
        return content;
    }

    /** The bytes as text: all bodies here are UTF-8. */
    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** A file with these bytes, which is there until the JVM ends. */
    Path file() {
        try {
            Path file = Files.createTempFile("body", ".txt");
            file.toFile().deleteOnExit();
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException("no file for a body of " + content.length + " bytes", e);
        }
    }

    /**
     * The bytes as a stream.
     *
     * @throws IllegalStateException on the second call for a {@link Kind#ONE_SHOT} body
     */
    InputStream open() {
        if (opened.getAndSet(true) && kind == Kind.ONE_SHOT) {
            throw new IllegalStateException("a one-shot body was opened a second time");
        }
        return new ByteArrayInputStream(content);
    }
}
