package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.policyc.finding.Printable;
import io.policyc.node.JsonText;
import io.policyc.organization.Exemption;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.Sid;
import io.policyc.source.SourceSpan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Prints a decision: one line for people, one JSON object for programs. */
public final class DecisionPrinter {
    private static final String ORGANIZATION_ONLY =
            "allow (organization policies only): not stopped by the organization's policies; SCPs never grant";

    private static final String ALL_POLICIES =
            "allow (all policies): granted by the policies given; types that were not given count as not there";

    /** How many deciding statements a line names. */
    private static final int NAMED = 3;

    private DecisionPrinter() {}

    /** What "allow" means by what it rests on; whoever prints decisions says this once. */
    public static String allowMeans(Decision.Basis basis) {
        return switch (basis) {
            case ORGANIZATION -> ORGANIZATION_ONLY;
            case ALL -> ALL_POLICIES;
        };
    }

    /** The outcome in the words of test files, for example {@code explicit-deny}. */
    public static String word(Outcome outcome) {
        return switch (outcome) {
            case ALLOWED -> "allow";
            case EXPLICIT_DENY -> "explicit-deny";
            case IMPLICIT_DENY -> "implicit-deny";
            case UNDETERMINED -> "undetermined";
        };
    }

    /** The decision and its reason in one line. */
    public static String text(Decision decision) {
        return word(decision.outcome()) + reason(decision);
    }

    private static String reason(Decision decision) {
        return switch (decision.outcome()) {
            case ALLOWED ->
                " (" + basis(decision)
                        + decision.exemption()
                                .map(exemption -> "; " + exemption.words())
                                .orElse("") + ")";
            case EXPLICIT_DENY -> " by " + statements(decision.deciding());
            case IMPLICIT_DENY -> ": nothing allows it " + places(decision.withoutAllow());
            case UNDETERMINED ->
                " (" + decision.possible().stream().map(DecisionPrinter::word).collect(Collectors.joining(" or "))
                        + "), depends on "
                        + quoted(decision.unknownKeys().stream()
                                .map(ConditionKey::spelling)
                                .toList());
        };
    }

    private static String statements(ImmutableList<DecidingStatement> deciding) {
        String named = deciding.stream()
                .limit(NAMED)
                .map(one -> Printable.quoted(one.label()) + " " + place(one.stage()))
                .collect(Collectors.joining(", "));
        return deciding.size() > NAMED ? named + " and " + (deciding.size() - NAMED) + " more" : named;
    }

    /** What an "allow" rests on. */
    private static String basis(Decision decision) {
        return switch (decision.basis()) {
            case ORGANIZATION -> "organization policies only";
            case ALL -> "all policies";
        };
    }

    private static String place(Stage stage) {
        return stage.isLevel() ? "at level " + Printable.quoted(stage.name()) : "in the " + stage.name();
    }

    private static String places(List<Stage> stages) {
        List<String> levels =
                stages.stream().filter(Stage::isLevel).map(Stage::name).toList();
        List<String> others = stages.stream()
                .filter(stage -> !stage.isLevel())
                .map(DecisionPrinter::place)
                .toList();
        String atLevels = levels.isEmpty() ? "" : "at level " + quoted(levels);
        String inOthers = String.join(" or ", others);
        return atLevels.isEmpty() || inOthers.isEmpty() ? atLevels + inOthers : atLevels + " or " + inOthers;
    }

    private static String quoted(List<String> names) {
        return names.stream().map(Printable::quoted).collect(Collectors.joining(", "));
    }

    /** One JSON object in one line. */
    public static String json(Optional<String> id, Decision decision) {
        return json(id, "", decision, ImmutableSet.of());
    }

    /**
     * One JSON object in one line.
     *
     * @param variant tells the requests of one description apart; empty if there is one only
     * @param restsOn the doubtful rules that the decision was found to rest on
     */
    public static String json(
            Optional<String> id, String variant, Decision decision, ImmutableSet<DoubtfulRule> restsOn) {
        JsonText out = JsonText.minified();
        out.object(() -> {
            fields(out, id, decision);
            if (!variant.isEmpty()) {
                out.field("variant", variant);
            }
            if (!restsOn.isEmpty()) {
                out.field("doubtful", restsOn.stream().map(DoubtfulRule::id).toList());
            }
        });
        return out.toString();
    }

    /** The object as the next value of a larger text. Statements are counted from 1, as people do. */
    public static void write(JsonText out, Optional<String> id, Decision decision) {
        out.object(() -> fields(out, id, decision));
    }

    private static void fields(JsonText out, Optional<String> id, Decision decision) {
        out.field("id", id)
                .field("outcome", decision.outcome().name())
                .field("basis", decision.basis().name())
                .arrayField("deciding", () -> decision.deciding().forEach(one -> write(out, one)))
                .field(
                        "unknownKeys",
                        decision.unknownKeys().stream()
                                .map(ConditionKey::spelling)
                                .toList())
                .field("levelsWithoutAllow", decision.levelsWithoutAllow())
                .field("exemption", decision.exemption().map(Exemption::name));
    }

    private static void write(JsonText out, DecidingStatement one) {
        out.object(() -> out.field("policy", one.policy().name())
                .field("sid", one.sid().map(Sid::text))
                .field("statement", one.index() + 1L)
                .field("type", one.type().name())
                .field("level", one.level())
                .field("source", one.place().map(SourceSpan::toString)));
    }
}
