package io.policyc.comparison;

import com.google.common.base.Equivalence;
import com.google.common.base.Equivalence.Wrapper;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ListMultimap;
import com.google.common.collect.MultimapBuilder;
import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.ServiceFailure.Kind;
import io.policyc.comparison.ServiceReport.CaseVerdict;
import io.policyc.comparison.ServiceReport.FileVerdicts;
import io.policyc.expectation.CaseResult;
import io.policyc.expectation.ExpectationCase;
import io.policyc.expectation.ExpectationReport;
import io.policyc.expectation.ExpectationReport.FileReport;
import io.policyc.expectation.TestedPolicies;
import io.policyc.finding.Printable;
import io.policyc.policy.ConditionKey;
import io.policyc.request.Request;
import io.policyc.simulator.Decision;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/** Holds the offline results of tests against the answers of a service to the same requests. */
public final class Comparer {
    /** How many disagreements are made smaller: each takes calls. */
    private static final int MADE_SMALLER = 10;

    private final SecondOpinion opinion;
    private final KnownDisagreements known;
    private final Shrinker shrinker;
    private final Mode mode;
    private final IdentityHashMap<TestedPolicies, FilledIn> filledIn = new IdentityHashMap<>();
    private int toMakeSmaller = MADE_SMALLER;

    /** What is asked for. */
    private enum Mode {
        COMPARE,
        JUDGE
    }

    /** A case and the request that is asked about. */
    private record Asked(CaseResult result, Request request, boolean filledIn) {}

    private Comparer(SecondOpinion opinion, KnownDisagreements known, Mode mode) {
        this.opinion = opinion;
        this.known = known;
        this.shrinker = new Shrinker(opinion);
        this.mode = mode;
    }

    /**
     * Asks about each case that was run; about one that leaves open what makes no difference offline, with that filled in.
     * The first disagreements that are not known are made smaller.
     *
     * @throws ServiceFailure if the service does not answer
     */
    public static ServiceReport compare(ExpectationReport offline, SecondOpinion opinion, KnownDisagreements known) {
        return new Comparer(opinion, known, Mode.COMPARE).report(offline);
    }

    /**
     * Asks about each case that was run, and nothing beside.
     *
     * @throws ServiceFailure if the service does not answer
     */
    public static ServiceReport judge(ExpectationReport offline, SecondOpinion opinion) {
        return new Comparer(opinion, KnownDisagreements.NONE, Mode.JUDGE).report(offline);
    }

    private ServiceReport report(ExpectationReport offline) {
        return new ServiceReport(offline.files().stream().map(this::file).collect(ImmutableList.toImmutableList()));
    }

    /** Cases that meet the same policies are asked about together. */
    private FileVerdicts file(FileReport file) {
        String name = file.file().name();
        IdentityHashMap<CaseResult, Verdict> verdicts = new IdentityHashMap<>();
        ListMultimap<Wrapper<TestedPolicies>, CaseResult> groups =
                MultimapBuilder.linkedHashKeys().arrayListValues().build();
        for (CaseResult result : file.results()) {
            if (result instanceof CaseResult.Skipped skipped) {
                verdicts.put(result, new Verdict.Skipped(skipped.reason()));
            } else {
                groups.put(Equivalence.identity().wrap(result.test().policies()), result);
            }
        }
        for (Collection<CaseResult> group : groups.asMap().values()) {
            ImmutableList<Asked> asked = group.stream()
                    .map(result -> new Asked(result, result.test().request(), false))
                    .collect(ImmutableList.toImmutableList());
            ask(name, asked, verdicts);
        }
        return new FileVerdicts(
                name,
                file.results().stream()
                        .map(result -> new CaseVerdict(result, Objects.requireNonNull(verdicts.get(result))))
                        .collect(ImmutableList.toImmutableList()));
    }

    private void ask(String file, ImmutableList<Asked> asked, IdentityHashMap<CaseResult, Verdict> verdicts) {
        TestedPolicies policies = asked.get(0).result().test().policies();
        ImmutableList<Request> requests = asked.stream().map(Asked::request).collect(ImmutableList.toImmutableList());
        try {
            ImmutableList<Answer> answers = opinion.answers(policies, requests);
            ImmutableList.Builder<Asked> again = ImmutableList.builder();
            for (int i = 0; i < asked.size(); i++) {
                Asked one = asked.get(i);
                Optional<Request> filled = FilledIn.mayHelp(answers.get(i)) ? filledIn(one) : Optional.empty();
                if (filled.isPresent()) {
                    again.add(new Asked(one.result(), filled.get(), true));
                } else {
                    verdicts.put(one.result(), verdict(file, one, answers.get(i)));
                }
            }
            ImmutableList<Asked> open = again.build();
            if (!open.isEmpty()) {
                ask(file, open, verdicts);
            }
        } catch (ServiceFailure failure) {
            if (failure.kind() != Kind.NOT_RECORDED) {
                throw failure;
            }
            if (asked.size() == 1) {
                verdicts.put(asked.get(0).result(), new Verdict.NotRecorded(String.valueOf(failure.getMessage())));
                return;
            }
            // One of them is not recorded; which one is found by halves.
            int half = asked.size() / 2;
            ask(file, asked.subList(0, half), verdicts);
            ask(file, asked.subList(half, asked.size()), verdicts);
        }
    }

    private Optional<Request> filledIn(Asked asked) {
        Decision offline = decision(asked.result());
        return mode == Mode.COMPARE && !asked.filledIn() && offline.isDetermined()
                ? filledIn.computeIfAbsent(asked.result().test().policies(), FilledIn::new)
                        .of(asked.request(), offline.outcome())
                : Optional.empty();
    }

    private Verdict verdict(String file, Asked asked, Answer answer) {
        if (answer instanceof NotComparable reason) {
            return new Verdict.Incomparable(reason);
        }
        Answered service = (Answered) answer;
        Decision offline = decision(asked.result());
        if (!offline.isDetermined()) {
            return new Verdict.Incomparable(NotComparable.of(Obstacle.UNKNOWN_KEY, keys(offline)));
        }
        if (offline.outcome() == service.outcome()) {
            return new Verdict.Agrees(offline, service, asked.filledIn());
        }
        ExpectationCase test = asked.result().test();
        Optional<KnownDisagreement> entry = known.of(file, test.name(), offline.outcome(), service.outcome());
        boolean smaller = mode == Mode.COMPARE && entry.isEmpty() && toMakeSmaller-- > 0;
        return new Verdict.Disagrees(
                offline,
                service,
                asked.filledIn(),
                entry,
                smaller ? Optional.of(shrinker.smallest(test.policies(), asked.request(), service)) : Optional.empty());
    }

    private static Decision decision(CaseResult result) {
        return result.fold(CaseResult.Passed::decision, CaseResult.Failed::decision, skipped -> {
            throw new IllegalStateException("nobody asks about a test that is skipped");
        });
    }

    private static String keys(Decision offline) {
        return offline.unknownKeys().stream()
                .map(ConditionKey::spelling)
                .map(Printable::quoted)
                .collect(Collectors.joining(", "));
    }
}
