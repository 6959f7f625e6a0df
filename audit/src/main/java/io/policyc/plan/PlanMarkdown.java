package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Printable;
import io.policyc.node.MarkdownText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A plan as a checklist for an issue or a pull request, https://docs.github.com/en/get-started/writing-on-github. */
public final class PlanMarkdown {
    private final PlanWords words;
    private final Consumer<String> out;

    private PlanMarkdown(PlanWords words, Consumer<String> out) {
        this.words = words;
        this.out = out;
    }

    /**
     * Prints a plan piece by piece.
     *
     * @param accountNames by the ids of accounts, as far as they have some
     */
    public static void print(Plan plan, ImmutableMap<String, String> accountNames, Consumer<String> out) {
        new PlanMarkdown(new PlanWords(plan, accountNames), out).print(plan);
    }

    private void print(Plan plan) {
        line("## Plan of " + plan.day());
        if (!plan.phases().isEmpty()) {
            line("");
            line("### phases");
            line("");
        }
        for (PhasePlan phase : plan.phases()) {
            item(phase.stage() == PhaseStage.PASSED, MarkdownText.escaped(words.phase(phase)));
            details(phase.evidence(), phase.missing(), PhaseCommands.of(phase));
        }
        for (Plan.Part part : Plan.Part.values()) {
            keys(part, plan.keys(part));
        }
        line("");
        line(words.summary());
    }

    private void keys(Plan.Part part, ImmutableList<KeyPlan> keys) {
        String group = "";
        for (KeyPlan key : keys) {
            String next = words.group(key);
            if (!next.equals(group)) {
                line("");
                line("### " + part.words() + ": " + MarkdownText.escaped(next));
                line("");
            }
            group = next;
            item(false, MarkdownText.escaped(words.key(key)) + ": **" + words.action(key) + "**");
            details(key.evidence(), key.missing(), KeyCommands.of(key));
        }
    }

    private void item(boolean done, String text) {
        line("- [" + (done ? "x" : " ") + "] " + text);
    }

    private void details(List<String> evidence, List<String> missing, Commands commands) {
        Stream.of(evidence, commands.before())
                .flatMap(List::stream)
                .forEach(found -> line("  - " + MarkdownText.escaped(found)));
        missing.forEach(wanted -> line("  - cannot tell: " + MarkdownText.escaped(wanted)));
        fence("", commands.run());
        fence("back:", commands.rollBack());
    }

    /** Commands, within more backticks than they have themselves. */
    private void fence(String title, List<String> commands) {
        if (commands.isEmpty()) {
            return;
        }
        if (!title.isEmpty()) {
            line("  - " + title);
        }
        int backticks = 3;
        while (String.join("\n", commands).contains("`".repeat(backticks))) {
            backticks++;
        }
        String fence = "    " + "`".repeat(backticks);
        line("");
        line(fence + "sh");
        commands.forEach(command -> line("    " + Printable.escaped(command)));
        line(fence);
        line("");
    }

    private void line(String text) {
        out.accept(text + "\n");
    }
}
