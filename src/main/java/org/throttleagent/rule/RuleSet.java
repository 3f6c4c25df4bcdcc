package org.throttleagent.rule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All rules, and the global mode. Immutable, so that it can be swapped whole. */
public final class RuleSet {
    private final Mode mode;
    private final Rule defaults;
    private final List<Rule> rules;

    /** Every pattern of every rule, the most specific first; {@code owners} has the rule of each. */
    private final RequestPattern[] patterns;

    private final Rule[] owners;

    private RuleSet(Mode mode, Rule defaults, List<Rule> rules) {
        this.mode = mode;
        this.defaults = defaults;
        this.rules = Collections.unmodifiableList(new ArrayList<>(rules));
        List<Entry> entries = new ArrayList<>();
        for (Rule rule : rules) {
            for (RequestPattern pattern : rule.patterns()) {
                entries.add(new Entry(pattern, rule));
            }
        }
        entries.sort(Entry.MOST_SPECIFIC_FIRST);
        patterns = new RequestPattern[entries.size()];
        owners = new Rule[entries.size()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = entries.get(i).pattern;
            owners[i] = entries.get(i).rule;
        }
    }

    /**
     * A set of rules.
     *
     * @param mode the global mode
     * @param defaults the rule for requests that no other matches; its patterns do not count
     * @param rules the others, in any order, each with a name of its own
     */
    public static RuleSet of(Mode mode, Rule defaults, List<Rule> rules) {
        return new RuleSet(mode, defaults, rules);
    }

    /** The most specific rule that matches, else the default rule. Allocates nothing. */
    public Rule match(RequestFacts request) {
        for (int i = 0; i < patterns.length; i++) {
            if (patterns[i].matches(request)) {
                return owners[i];
            }
        }
        return defaults;
    }

    /** The rule of this name, the default rule included; {@code null} if there is none. */
    public @Nullable Rule named(String name) {
        if (name.equals(defaults.name())) {
            return defaults;
        }
        for (int i = 0; i < rules.size(); i++) {
            if (rules.get(i).name().equals(name)) {
                return rules.get(i);
            }
        }
        return null;
    }

    /** The global mode. */
    public Mode mode() {
        return mode;
    }

    /** The rule for requests that no other matches. */
    public Rule defaults() {
        return defaults;
    }

    /** The rules that somebody named, without the default rule. */
    public List<Rule> rules() {
        return rules;
    }

    private static final class Entry {
        // a class and no lambda: the agent may be built while the JVM starts
        static final Comparator<Entry> MOST_SPECIFIC_FIRST = new Comparator<Entry>() {
            @Override
            public int compare(Entry one, Entry other) {
                int order = one.pattern.compareSpecificity(other.pattern);
                return order == 0 ? one.rule.name().compareTo(other.rule.name()) : order;
            }
        };

        final RequestPattern pattern;
        final Rule rule;

        Entry(RequestPattern pattern, Rule rule) {
            this.pattern = pattern;
            this.rule = rule;
        }
    }
}
