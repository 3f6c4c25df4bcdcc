package org.throttleagent.readme;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throttleagent.app.client.HttpCallers;

/** Does what README.md tells its readers to do, and looks for what it tells them they will see. */
class ReadmeIT {
    private static final String SEPARATOR = " && ";
    private static final String AGENT = "-javaagent:agent/dist/target/throttle-agent.jar ";
    private static final Pattern ALL_ROW = Pattern.compile("all +(\\d+) +(\\d+) +(\\d+) +(\\d+) +(\\d+)");
    private static final Pattern LOG_LINE =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\S+Z [A-Z]+ throttle event=(\\w+)(.*)");
    private static final Pattern LOG_KEY = Pattern.compile(" (\\w+)=");

    private static Document readme;
    private static String demo;
    private static Ran withAgent;

    @BeforeAll
    static void runTheDemo(@TempDir Path folder) throws Exception {
        readme = Document.read("README.md");
        String commandOne = readme.command("mvn -q -DskipTests package" + SEPARATOR);
        // Maven has just done the first half
        demo = commandOne.substring(commandOne.indexOf(SEPARATOR) + SEPARATOR.length());
        withAgent = Ran.command(demo, folder);
    }

    @Test
    void commandTwoIsWhatCiRuns() throws Exception {
        assertThat(readme.command("mvn verify")).isEqualTo("mvn verify");
        assertThat(Files.readString(Document.ROOT.resolve(".ci/run"))).containsPattern("(?m)^mvn .*verify$");
    }

    @Test
    void theDemoShowsWhatTheSampleShows() {
        String attached = "The agent is attached (this JVM has the class java.lang.ThrottleGate).";
        assertThat(withAgent.exitCode()).isZero();
        assertThat(withAgent.stdout()).containsAll(headAndEnd(readme.blockWith(attached)));
        assertThat(labels(withAgent.stdout())).containsAll(labels(readme.blockWith(attached)));
        Matcher all = allRow(withAgent.stdout());
        assertThat(all.group(4)).as("calls that succeeded, of %s", all.group()).isEqualTo(all.group(1));
        assertThat(all.group(5)).as("refusals that the application got").isEqualTo("0");
    }

    @Test
    void withoutTheAgentTheApplicationIsRefused(@TempDir Path folder) throws Exception {
        assertThat(demo).contains(AGENT);
        Ran without = Ran.command(demo.replace(AGENT, ""), folder);
        List<String> sample = readme.blockWith("No agent is attached (this JVM has no class java.lang.ThrottleGate).");
        assertThat(without.stdout()).containsAll(headAndEnd(sample));
        assertThat(labels(without.stdout())).containsAll(labels(sample));
        assertThat(Integer.parseInt(allRow(without.stdout()).group(5))).isPositive();
        assertThat(without.stderr()).isEmpty();
    }

    @Test
    void theClientsOfTheTableAreWoven(@TempDir Path folder) throws Exception {
        String all = " --requests 1 --clients " + String.join(",", HttpCallers.available());
        Set<String> woven = new TreeSet<>();
        for (String line : Ran.command(demo + all, folder).stderr()) {
            Matcher client = Pattern.compile("event=woven client=(\\S+)").matcher(line);
            if (client.find()) {
                woven.add(client.group(1));
            }
        }
        assertThat(readme.matches("(?m)^\\| [^|]+ \\| `([a-z0-9-]+)` \\| [^|]+ \\| [^|]+ \\| [0-9]+ to "))
                .containsExactlyInAnyOrderElementsOf(woven);
    }

    @Test
    void theLogSaysWhatTheSampleSays() {
        Map<String, Set<String>> real = keysByEvent(withAgent.stderr());
        List<String> sample = readme.blocks().stream()
                .filter(it -> LOG_LINE.matcher(it.get(0)).matches())
                .findFirst()
                .orElseThrow();
        Map<String, Set<String>> shown = keysByEvent(sample);
        assertThat(shown).hasSizeGreaterThan(3);
        shown.forEach((event, keys) ->
                assertThat(real.get(event)).as("keys of event=%s", event).containsAll(keys));
        assertThat(withAgent.stderr()).allMatch(line -> LOG_LINE.matcher(line).matches());
    }

    @Test
    void checkPrintsTheSample(@TempDir Path folder) throws Exception {
        String command = readme.command("java -jar agent/dist/target/throttle-agent.jar check ");
        Ran check = Ran.command(command, folder);
        assertThat(check.exitCode()).isZero();
        List<List<String>> blocks = readme.blocks();
        List<String> sample = blocks.get(blocks.indexOf(List.of(command)) + 1);
        Iterator<String> printed = check.stdout().iterator();
        for (String line : sample) {
            if (!line.strip().equals("...")) {
                assertThat(advance(printed, line))
                        .as("printed in its place: %s", line)
                        .isTrue();
            }
        }
    }

    @Test
    void everySettingExists(@TempDir Path folder) throws Exception {
        Set<String> keys = new TreeSet<>();
        for (String key : readme.matches("(?<![\\w./])(throttle\\.[A-Za-z0-9.-]*[A-Za-z0-9])")) {
            keys.add(key.replace("NAME", "a-rule").replace(".ID.", ".okhttp."));
        }
        Set<String> variables = new TreeSet<>(readme.matches("(THROTTLE_[A-Z_]+)"));
        assertThat(keys).hasSizeGreaterThan(15);
        assertThat(variables).hasSizeGreaterThan(2);

        List<String> command =
                new ArrayList<>(List.of("java", "-jar", "agent/dist/target/throttle-agent.jar", "check"));
        keys.forEach(key -> command.add("-D" + key + "=x"));
        command.add("-Dthrottle.no-such-setting=x");
        Map<String, String> environment = new HashMap<>();
        variables.forEach(variable -> environment.put(variable, "x"));
        environment.put("THROTTLE_NO_SUCH_SETTING", "x");
        List<String> unknown = Ran.command(command, environment, folder).stdout().stream()
                .filter(it -> it.contains("no such setting"))
                .map(it -> it.strip().split(" ", -1)[0])
                .toList();
        assertThat(unknown).containsExactlyInAnyOrder("throttle.no-such-setting", "THROTTLE_NO_SUCH_SETTING");
    }

    private static boolean advance(Iterator<String> lines, String wanted) {
        while (lines.hasNext()) {
            if (lines.next().equals(wanted)) {
                return true;
            }
        }
        return false;
    }

    /** The lines that are the same in every run: the column heads, and whether the agent is there. */
    private static List<String> headAndEnd(List<String> screen) {
        return List.of(screen.get(0), screen.get(1), screen.get(screen.size() - 1));
    }

    /** The first columns of the table: client, server and limit. */
    private static List<String> labels(List<String> screen) {
        return screen.stream()
                .filter(it -> it.matches(".{49} +\\d+ .*"))
                .map(it -> it.substring(0, 49))
                .toList();
    }

    private static Matcher allRow(List<String> screen) {
        for (String line : screen) {
            Matcher all = ALL_ROW.matcher(line);
            if (all.matches()) {
                return all;
            }
        }
        throw new AssertionError("no row of sums in " + screen);
    }

    private static Map<String, Set<String>> keysByEvent(List<String> lines) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (String line : lines) {
            Matcher log = LOG_LINE.matcher(line);
            if (log.matches()) {
                Set<String> ofEvent = keys.computeIfAbsent(log.group(1), event -> new TreeSet<>());
                LOG_KEY.matcher(log.group(2)).results().forEach(key -> ofEvent.add(key.group(1)));
            }
        }
        return keys;
    }
}
