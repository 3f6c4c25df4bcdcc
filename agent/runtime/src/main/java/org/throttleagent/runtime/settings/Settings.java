package org.throttleagent.runtime.settings;

import java.util.*;
import org.throttleagent.rule.*;

public final class Settings {
    public String logLevel() {
        return System.getProperty("throttle.log.level", "info");
    }

    public String logFile() {
        return System.getProperty("throttle.log.file");
    }

    public long logFileBytes() {
        return 50_000_000L;
    }

    public boolean logJson() {
        return false;
    }

    public long maxSignalNanos() {
        return 3_600_000_000_000L;
    }

    public boolean clientEnabled(String id) {
        return true;
    }

    public RuleSet ruleSet() {
        Rule.Builder b = Rule.defaults();
        String r = System.getProperty("throttle.rate");
        if (r != null) b = b.rates(Collections.singletonList(Rate.parse(r)));
        return RuleSet.of(Mode.ENFORCE, b.build(), Collections.<Rule>emptyList());
    }
}
