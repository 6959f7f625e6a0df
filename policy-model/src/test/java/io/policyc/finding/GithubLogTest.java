package io.policyc.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** What a runner of GitHub makes of a log: our annotations, and nothing that a user wrote. */
class GithubLogTest {
    private static final GithubLog LOG = new GithubLog(UnaryOperator.identity());
    private static final SourceText SOURCE = SourceText.of("tests/a,b:c%.yaml", "one\ntwo\n");

    /** The commands that a runner knows, of which some are dangerous in what others wrote. */
    private static final Set<String> COMMANDS =
            Set.of("error", "warning", "notice", "add-mask", "group", "stop-commands", "save-state", "debug");

    /** A command as the runner understands it. */
    private record Command(String name, String properties, String data) {}

    /** As src/Runner.Common/ActionCommand.cs and src/Runner.Worker/ActionCommandManager.cs of actions/runner read a log. */
    private static List<Command> run(String log) {
        List<Command> commands = new ArrayList<>();
        Optional<String> stopped = Optional.empty();
        for (String line : log.split("\r\n|\r|\n", -1)) {
            String trimmed = line.stripLeading();
            int end = trimmed.startsWith("::") ? trimmed.indexOf("::", 2) : -1;
            String info = end < 0 ? "" : trimmed.substring(2, end);
            String name = info.contains(" ") ? info.substring(0, info.indexOf(' ')) : info;
            if (stopped.isPresent()) {
                stopped = stopped.filter(token -> !token.equals(name));
            } else if (COMMANDS.contains(name)) {
                String data = trimmed.substring(end + 2);
                commands.add(new Command(name, info.substring(name.length()).strip(), data));
                stopped = name.equals("stop-commands") ? Optional.of(data) : stopped;
            } else if (line.contains("##[")) {
                commands.add(new Command("old form", "", line));
            }
        }
        assertThat(stopped).as("commands are obeyed again afterwards").isEmpty();
        return commands;
    }

    @Test
    void anAnnotationHasItsPlaceAndIsEscaped() {
        GithubAnnotation annotation = new GithubAnnotation(
                Severity.ERROR, Optional.of(SOURCE.span(4, 7)), "a, b: 50%", "first: 1, 2\n100%\n");
        assertThat(LOG.print(List.of(annotation), ""))
                .isEqualTo("::error file=tests/a%2Cb%3Ac%25.yaml,line=2,col=1,endColumn=4,title=a%2C b%3A 50%25"
                        + "::first: 1, 2%0A100%25\n");
    }

    @Test
    void aPlaceOfSeveralLinesHasNoColumnsAndAPlaceMayBeMissing() {
        GithubAnnotation lines = new GithubAnnotation(Severity.WARNING, Optional.of(SOURCE.span(1, 6)), "t", "m");
        GithubAnnotation nowhere = new GithubAnnotation(Severity.INFO, Optional.empty(), "t", "m");
        assertThat(LOG.print(List.of(lines, nowhere), ""))
                .isEqualTo("::warning file=tests/a%2Cb%3Ac%25.yaml,line=1,endLine=2,title=t::m\n::notice title=t::m\n");
    }

    @Test
    void whatGithubWouldDropIsSaid() {
        List<GithubAnnotation> many = IntStream.range(0, 13)
                .mapToObj(i -> new GithubAnnotation(Severity.ERROR, Optional.empty(), "t" + i, "m"))
                .toList();
        String log = LOG.print(many, "all\n");
        assertThat(run(log))
                .filteredOn(command -> command.name().equals("error"))
                .hasSize(10);
        assertThat(log).contains("3 more of kind error are in this log only\n");
        assertThat(LOG.print(many.subList(0, 10), "all\n")).doesNotContain("more of kind");
    }

    @Test
    void aLongTextEndsWithAWholeLine() {
        String text = "x".repeat(100) + "\n";
        GithubAnnotation annotation =
                new GithubAnnotation(Severity.ERROR, Optional.empty(), "y".repeat(300), text.repeat(50));
        Command command = run(LOG.print(List.of(annotation), "")).get(0);
        String data = command.data().replace("%0A", "\n");
        assertThat(data).hasSizeLessThanOrEqualTo(4096).endsWith("x\n… 10 more lines");
        assertThat(command.properties()).hasSize("title=".length() + 255);
    }

    @Property(tries = 300)
    void aRunnerObeysNothingThatAUserWrote(
            @ForAll("hostile") List<GithubAnnotation> annotations, @ForAll("hostileText") String log) {
        List<Command> commands = run(LOG.print(annotations, log));
        List<Command> ours = commands.stream()
                .filter(command -> !command.name().equals("stop-commands"))
                .toList();
        assertThat(ours).hasSameSizeAs(annotations);
        assertThat(commands).hasSize(ours.size() + (log.isEmpty() ? 0 : 1));
        for (int i = 0; i < ours.size(); i++) {
            String[] properties = ours.get(i).properties().split(",");
            assertThat(properties).hasSize(annotations.get(i).place().isPresent() ? 5 : 1);
            assertThat(properties[properties.length - 1]).startsWith("title=").doesNotContain("\n", ":");
        }
    }

    @Provide
    Arbitrary<List<GithubAnnotation>> hostile() {
        Arbitrary<Optional<SourceSpan>> places = Arbitraries.of(Optional.empty(), Optional.of(SOURCE.span(4, 7)));
        return Combinators.combine(places, hostileText(), hostileText())
                .as((place, title, text) -> new GithubAnnotation(Severity.ERROR, place, title, text))
                .list()
                .ofMaxSize(3);
    }

    @Provide
    Arbitrary<String> hostileText() {
        return Arbitraries.of(
                        "::error::",
                        "::stop-commands::x",
                        "::x::",
                        "##[add-mask]",
                        "::",
                        "\n",
                        "\r",
                        "%0A",
                        "%",
                        ",",
                        ":",
                        "a b",
                        "::policyc-",
                        "\u2028",
                        "\ud800",
                        "=")
                .list()
                .ofMaxSize(8)
                .map(parts -> String.join("", parts));
    }
}
