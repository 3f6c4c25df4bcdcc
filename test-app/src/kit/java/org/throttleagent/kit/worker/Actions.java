package org.throttleagent.kit.worker;

import java.util.HashMap;
import java.util.Map;

/** All actions by name. */
final class Actions {
    private static final Map<String, Action> BY_NAME = new HashMap<>();

    static {
        BY_NAME.put("send", Sending::oneByOne);
        BY_NAME.put("parallel", Sending::sideBySide);
        BY_NAME.put("async", Sending::async);
        BY_NAME.put("cancel", Ending::cancel);
        BY_NAME.put("interrupt", Ending::interrupt);
        BY_NAME.put("interrupt-async", Ending::interruptAsync);
        BY_NAME.put("shutdown", (job, report) -> Direct.of(job).shutdown(job, report));
        BY_NAME.put("abort", (job, report) -> Direct.of(job).abort(job, report));
        BY_NAME.put("close", Ending::close);
        BY_NAME.put("load", Load::run);
        BY_NAME.put("two-loaders", TwoLoaders::run);
        BY_NAME.put("reuse", (job, report) -> Direct.of(job).reuse(job, report));
        BY_NAME.put("web-socket", (job, report) -> Direct.of(job).webSocket(job, report));
        BY_NAME.put("rest-template", (job, report) -> Facades.restTemplate(job, report));
        BY_NAME.put("feign", (job, report) -> Facades.feign(job, report));
        BY_NAME.put("google", (job, report) -> Facades.google(job, report));
        BY_NAME.put("rest-template-4", (job, report) -> FacadesOn4.restTemplate(job, report));
        BY_NAME.put("feign-4", (job, report) -> FacadesOn4.feign(job, report));
        BY_NAME.put("google-4", (job, report) -> FacadesOn4.google(job, report));
        BY_NAME.put("unirest-3", (job, report) -> FacadesOn4.unirest(job, report));
        BY_NAME.put("aws-1", (job, report) -> AmazonOn4.version1(job, report));
        BY_NAME.put("aws-2", (job, report) -> AmazonOn4.version2(job, report));
        BY_NAME.put("retrofit", (job, report) -> Facades.retrofit(job, report));
    }

    private Actions() {}

    static Action named(String name) {
        Action action = BY_NAME.get(name);
        if (action == null) {
            throw new IllegalArgumentException("there is no action " + name + ", only " + BY_NAME.keySet());
        }
        return action;
    }
}
