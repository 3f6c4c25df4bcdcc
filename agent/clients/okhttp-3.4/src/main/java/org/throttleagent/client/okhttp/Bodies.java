package org.throttleagent.client.okhttp;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import okhttp3.MultipartBody;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Tells whether OkHttp may write a request's body a second time. */
final class Bodies {
    // Since 3.14 a body says so itself. Before, only OkHttp's own bodies are known; a body of the application may be a
    // stream that is gone after the first time.

    private final @Nullable Method isOneShot = Members.open(RequestBody.class, "isOneShot");
    private final @Nullable Method isDuplex = Members.open(RequestBody.class, "isDuplex");

    /** Without an accessor in 3.4. */
    private final @Nullable Field partBody = Members.field(MultipartBody.Part.class, "body");

    boolean repeatable(Request request) {
        return repeatable(request.body());
    }

    private boolean repeatable(@Nullable RequestBody body) {
        if (body == null) {
            return true;
        }
        if (body instanceof MultipartBody) {
            // before 5.0 it does not ask its parts
            return repeatableParts((MultipartBody) body);
        }
        if (isOneShot == null) {
            return isOkHttpsOwn(body.getClass());
        }
        return !asked(isOneShot, body) && !(isDuplex != null && asked(isDuplex, body));
    }

    private boolean repeatableParts(MultipartBody body) {
        if (partBody == null) {
            return false;
        }
        try {
            for (MultipartBody.Part part : body.parts()) {
                if (!repeatable((RequestBody) partBody.get(part))) {
                    return false;
                }
            }
            return true;
        } catch (IllegalAccessException e) {
            return false;
        }
    }

    /** Bytes, strings, files and forms; there are no others in the versions that are asked about. */
    private static boolean isOkHttpsOwn(Class<?> type) {
        return type.getClassLoader() == RequestBody.class.getClassLoader()
                && (type.getName().startsWith("okhttp3.RequestBody$")
                        || type.getName().equals("okhttp3.FormBody"));
    }

    private static boolean asked(Method question, RequestBody body) {
        try {
            return (Boolean) question.invoke(body);
        } catch (ReflectiveOperationException e) {
            // a body that cannot answer is not written again
            return true;
        }
    }
}
