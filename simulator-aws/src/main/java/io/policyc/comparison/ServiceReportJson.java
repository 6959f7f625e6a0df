package io.policyc.comparison;

import io.policyc.comparison.Answer.Answered;
import io.policyc.comparison.ServiceReport.CaseVerdict;
import io.policyc.comparison.ServiceReport.FileVerdicts;
import io.policyc.expectation.ExpectationCase;
import io.policyc.node.JsonText;
import io.policyc.organization.Level;
import io.policyc.policy.PolicyWriter;
import io.policyc.request.RequestPrinter;
import io.policyc.simulator.Decision;
import io.policyc.simulator.DecisionPrinter;
import io.policyc.simulator.ExplanationPrinter;
import java.util.Optional;

/** Writes the report on a service as JSON: each case with the offline decision, the answer, and how they compare. */
public final class ServiceReportJson {
    private final JsonText out;

    private ServiceReportJson(JsonText out) {
        this.out = out;
    }

    /**
     * The fields of the report, into an object that is being written.
     *
     * @param with whose answers they are
     */
    public static void write(JsonText out, ServiceReport report, String with) {
        ServiceReportJson json = new ServiceReportJson(out);
        out.field("service", with);
        out.arrayField("files", () -> report.files().forEach(json::file));
        out.arrayField(
                "notComparable",
                () -> report.obstacles()
                        .forEach(entry -> out.object(() ->
                                out.field("reason", entry.getKey().words()).field("tests", entry.getValue()))));
        out.objectField(
                "counts",
                () -> out.field("agree", report.count(Verdict.Agrees.class))
                        .field("disagree", report.surprises())
                        .field("knownToDisagree", report.known())
                        .field("notComparable", report.count(Verdict.Incomparable.class))
                        .field("notRecorded", report.count(Verdict.NotRecorded.class))
                        .field("skipped", report.count(Verdict.Skipped.class)));
    }

    private void file(FileVerdicts file) {
        out.object(() -> out.field("name", file.name())
                .arrayField("cases", () -> file.cases().forEach(this::test)));
    }

    private void test(CaseVerdict verdict) {
        ExpectationCase test = verdict.offline().test();
        JudgedCase judged = JudgedCase.of(verdict);
        out.object(() -> {
            out.field("name", test.name())
                    .field("place", test.place().toString())
                    .field("expected", test.expected().word())
                    .field("because", test.because())
                    .field(
                            "offlineStatus",
                            verdict.offline()
                                    .<String>fold(passed -> "passed", failed -> "failed", skipped -> "skipped"))
                    .field("serviceStatus", judged.status().word())
                    .field("note", judged.note());
            if (verdict.verdict() instanceof Verdict.Agrees agrees) {
                out.field("comparison", "agree");
                out.field("filledIn", agrees.filledIn());
                answers(agrees.offline(), agrees.service());
            } else if (verdict.verdict() instanceof Verdict.Disagrees disagrees) {
                out.field("comparison", disagrees.known().isPresent() ? "known" : "disagree");
                out.field("filledIn", disagrees.filledIn());
                answers(disagrees.offline(), disagrees.service());
                disagrees
                        .known()
                        .ifPresent(known -> out.field("reason", known.reason()).field("link", known.link()));
                disagrees.smallest().ifPresent(this::smallest);
            } else {
                out.field("comparison", judged.status().word());
            }
        });
    }

    private void answers(Decision offline, Answered service) {
        out.name("offline");
        DecisionPrinter.write(out, Optional.empty(), offline);
        service(service);
    }

    private void service(Answered service) {
        out.objectField("service", () -> {
            out.field("outcome", service.outcome().name());
            service.result()
                    .allowedByOrganizations()
                    .ifPresent(allowed -> out.field("allowedByOrganizations", allowed));
            out.field("missingContextValues", service.result().missingContextValues());
        });
    }

    private void smallest(SmallestRequest smallest) {
        out.objectField("smallest", () -> {
            out.field("limit", smallest.limit());
            out.name("request");
            RequestPrinter.write(out, smallest.request());
            service(smallest.service());
            out.name("explanation");
            ExplanationPrinter.write(
                    out, Optional.empty(), smallest.policies().simulator().explain(smallest.request()));
            out.arrayField(
                    "levels",
                    () -> PathStatements.of(
                                    smallest.policies(), smallest.request().principal())
                            .levels()
                            .forEach(this::level));
        });
    }

    private void level(Level level) {
        out.object(() -> out.field("name", level.name())
                .arrayField(
                        "policies",
                        () -> level.policies()
                                .forEach(policy -> out.object(() -> out.field("name", policy.name())
                                        .field("document", PolicyWriter.minified(policy.document()))))));
    }
}
