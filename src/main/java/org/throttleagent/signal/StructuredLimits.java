package org.throttleagent.signal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields RateLimit and RateLimit-Policy of one response, in each form that the drafts have given them. */
final class StructuredLimits {
    /*
     * -08 and later: a list of policies, "default";r=50;t=30 with "default";q=100;w=60. -07: a dictionary, limit=100,
     * remaining=50, reset=5. -04 to -07: policies are 100;w=60, which belong to the window of that limit, here or in the
     * fields with one number each. Lines of one field are one value (RFC 9110 section 5.3); one error and all of it is
     * ignored. Parameters that are not known are comments.
     */

    private final Facts facts;
    private @Nullable HeaderField stateField;
    private @Nullable HeaderField policyField;
    private String stateName = "";
    private @Nullable StringBuilder state;
    private @Nullable StringBuilder policies;

    StructuredLimits(Facts facts) {
        this.facts = facts;
    }

    void add(HeaderField field, String name, String value) {
        if (field.grammar == Grammar.POLICY) {
            policyField = field;
            policies = joined(policies, value);
        } else {
            stateField = field;
            stateName = name;
            state = joined(state, value);
        }
    }

    private static StringBuilder joined(@Nullable StringBuilder before, String value) {
        StringBuilder all = before == null ? new StringBuilder() : before.append(", ");
        return all.append(value, 0, Math.min(value.length(), AsciiCursor.MAX_CHARS));
    }

    /** Reads what has come, once all of it has. */
    void finish(@Nullable Notes notes) {
        if (stateField != null && state != null && !readState(stateField, state.toString()) && notes != null) {
            notes.ignored(stateName, state.toString(), "it is no structured field, or no limit");
        }
        if (policyField != null
                && policies != null
                && !readPolicies(policyField, policies.toString())
                && notes != null) {
            notes.ignored("ratelimit-policy", policies.toString(), "it is no structured field, or no policy");
        }
    }

    private boolean readState(HeaderField field, String value) {
        Members members = new Members();
        if (StructuredField.read(value, true, members) && members.isState()) {
            return putDictionary(field, members);
        }
        members = new Members();
        boolean any = false;
        if (StructuredField.read(value, false, members)) {
            for (Member member : members.all) {
                Window window = member.value == null || !member.value.isName() || member.r < 0
                        ? null
                        : facts.window(field, member.value.text, 0);
                if (window != null && member.value != null) {
                    window.remaining(member.r);
                    window.reset(Grammar.DELAY, stateName, member.tNanos);
                    window.name(member.value.text);
                    any = true;
                }
            }
        }
        return any;
    }

    private boolean putDictionary(HeaderField field, Members members) {
        Window window = facts.window(field, "", 0);
        for (Member member : members.all) {
            if (window == null || member.value == null || member.key == null) {
                continue;
            }
            long count = member.value.count();
            switch (member.key) {
                case "limit":
                    if (count >= 0) {
                        window.limit(count);
                    }
                    break;
                case "remaining":
                    if (count >= 0) {
                        window.remaining(count);
                    }
                    break;
                case "reset":
                    window.reset(Grammar.DELAY, stateName, member.value.secondsNanos());
                    break;
                default:
                    break;
            }
        }
        return window != null;
    }

    private boolean readPolicies(HeaderField field, String value) {
        Members members = new Members();
        if (!StructuredField.read(value, false, members)) {
            return false;
        }
        boolean any = false;
        for (Member member : members.all) {
            BareItem item = member.value;
            if (item != null && item.isName() && member.q >= 0) {
                Window window = facts.window(field, item.text, 0);
                if (window != null) {
                    window.name(item.text);
                    window.limit(member.q);
                    window.length(member.wNanos);
                    window.unit(unit(member.qu));
                    any = true;
                }
            } else if (item != null && item.count() >= 0) {
                any |= putNumbered(field, item.count(), member.wNanos);
            }
        }
        return any;
    }

    /** A policy without a name belongs to a window that has its limit, or none, and no length yet; or is told of itself. */
    private boolean putNumbered(HeaderField field, long limit, long lengthNanos) {
        List<Window> windows = facts.windows();
        for (int i = 0; i < windows.size(); i++) {
            Window window = windows.get(i);
            boolean untold = window.limit() < 0 && window.remaining() >= 0 && window.remaining() <= limit;
            if (window.dialect.ignoredFromCache && window.isLongAs(-1) && (untold || window.limit() == limit)) {
                window.limit(limit);
                window.length(lengthNanos);
                return true;
            }
        }
        Window window = facts.window(field, Long.toString(limit), 0);
        if (window != null) {
            window.limit(limit);
            window.length(lengthNanos);
        }
        return window != null;
    }

    private static Unit unit(String word) {
        switch (word) {
            case "content-bytes":
                return Unit.BYTES;
            case "concurrent-requests":
                return Unit.CONCURRENT;
            case "":
            case "request":
            case "requests":
                return Unit.REQUESTS;
            default:
                Unit told = Dimension.unit(Ascii.lower(word));
                return told == Unit.REQUESTS ? Unit.POINTS : told;
        }
    }

    private static final class Member {
        final @Nullable String key;

        @Nullable
        BareItem value;

        long r = -1;
        long q = -1;
        long tNanos = -1;
        long wNanos = -1;
        String qu = "";

        Member(@Nullable String key) {
            this.key = key;
        }
    }

    /** What the members say that may count; of an inner list nothing does. */
    private static final class Members implements StructuredField.Sink {
        final List<Member> all = new ArrayList<>();
        private boolean inner;

        boolean isState() {
            for (int i = 0; i < all.size(); i++) {
                BareItem value = all.get(i).value;
                String key = all.get(i).key;
                boolean known = "limit".equals(key) || "remaining".equals(key);
                if (known && value != null && value.count() >= 0) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void member(@Nullable String key) {
            all.add(new Member(key));
        }

        @Override
        public void item(BareItem item) {
            if (!inner) {
                all.get(all.size() - 1).value = item;
            }
        }

        @Override
        public void parameter(String key, BareItem value) {
            Member last = all.get(all.size() - 1);
            switch (inner ? "" : key) {
                case "r":
                    last.r = value.count();
                    break;
                case "q":
                    last.q = value.count();
                    break;
                case "t":
                    last.tNanos = value.secondsNanos();
                    break;
                case "w":
                    last.wNanos = value.secondsNanos();
                    break;
                case "qu":
                    last.qu = value.text;
                    break;
                default:
                    break;
            }
        }

        @Override
        public void innerList(boolean begins) {
            inner = begins;
        }
    }
}
