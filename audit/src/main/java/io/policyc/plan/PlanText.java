package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Printable;
import java.util.List;
import java.util.function.Consumer;

/** A plan for people: what is to be done first, under whose it is, with the commands. */
public final class PlanText {
    private final PlanWords words;
    private final Consumer<String> out;

    private PlanText(PlanWords words, Consumer<String> out) {
        this.words = words;
        this.out = out;
    }

    /**
     * Prints a plan piece by piece.
     *
     * @param accountNames by the ids of accounts, as far as they have some
     */
    public static void print(Plan plan, ImmutableMap<String, String> accountNames, Consumer<String> out) {
        new PlanText(new PlanWords(plan, accountNames), out).print(plan);
    }

    private void print(Plan plan) {
        line("plan of " + plan.day());
        for (PhasePlan phase : plan.phases()) {
            line("");
            line(words.phase(phase));
            know(phase.evidence(), phase.missing());
            commands(PhaseCommands.of(phase));
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
                line(part.words() + ": " + next);
            }
            group = next;
            line("  " + words.key(key) + ": " + words.action(key));
            know(key.evidence(), key.missing());
            commands(KeyCommands.of(key));
        }
    }

    private void know(List<String> evidence, List<String> missing) {
        evidence.forEach(found -> line("    " + Printable.escaped(found)));
        missing.forEach(wanted -> line("    cannot tell: " + Printable.escaped(wanted)));
    }

    private void commands(Commands commands) {
        commands.before().forEach(note -> line("    " + Printable.escaped(note)));
        commands.run().forEach(command -> line("      $ " + Printable.escaped(command)));
        if (!commands.rollBack().isEmpty()) {
            line("    back:");
            commands.rollBack().forEach(command -> line("      $ " + Printable.escaped(command)));
        }
    }

    private void line(String text) {
        out.accept(text + "\n");
    }
}
