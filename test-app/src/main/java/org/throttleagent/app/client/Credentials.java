package org.throttleagent.app.client;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A user's name and password. Immutable. */
public final class Credentials {
    private final String user;
    private final String password;

    private Credentials(String user, String password) {
        this.user = user;
        this.password = password;
    }

    public static Credentials of(String user, String password) {
        return new Credentials(user, password);
    }

    String user() {
        return user;
    }

    String password() {
        return password;
    }

    /** The value of an {@code Authorization} header (RFC 7617). */
    public String basic() {
        byte[] pair = (user + ':' + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** As the JDK's clients ask for them. */
    public Authenticator authenticator() {
        return new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password.toCharArray());
            }
        };
    }
}
