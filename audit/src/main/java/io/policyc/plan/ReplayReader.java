package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.Longs;
import io.policyc.finding.Checked;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.ArrayNode;
import io.policyc.node.Fields;
import io.policyc.node.Node;
import io.policyc.node.Nodes;
import io.policyc.node.ObjectNode;
import io.policyc.node.ScalarNode;
import io.policyc.policy.Arn;
import io.policyc.source.SourceSpan;
import io.policyc.source.SourceText;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Reads the result of a replay: an object with {@code from}, {@code to} and {@code denied}. */
public final class ReplayReader {
    private final Findings findings = new Findings();

    private ReplayReader() {}

    public static Checked<Replay> read(SourceText source) {
        return Nodes.read(source).then(node -> new ReplayReader().replay(node));
    }

    private Checked<Replay> replay(Node node) {
        if (!(node instanceof ObjectNode object)) {
            wrongType(node, "the result of a replay is an object with `from`, `to` and `denied`");
            return findings.withoutValue();
        }
        Fields fields = new Fields(object, findings, PlanFindings.WRONG_TYPE);
        Optional<Instant> from = moment(fields, "from");
        Optional<Instant> to = moment(fields, "to");
        inOrder(fields, "to", from, to);
        Optional<ArrayNode> denied = fields.array("denied");
        if (fields.node("denied").isEmpty()) {
            missing(fields, "denied");
        }
        ImmutableList.Builder<Replay.DeniedCall> calls = ImmutableList.builder();
        for (Node element : denied.map(ArrayNode::elements).orElse(ImmutableList.of())) {
            call(element).ifPresent(calls::add);
        }
        fields.reportUnknown(PlanFindings.UNKNOWN_KEY, "key");
        return findings.hasErrors()
                ? findings.withoutValue()
                : findings.with(new Replay(from.orElseThrow(), to.orElseThrow(), calls.build()));
    }

    private Optional<Replay.DeniedCall> call(Node node) {
        if (!(node instanceof ObjectNode object)) {
            wrongType(node, "a denied call is an object with `principal`, `action`, `calls`, `first` and `last`");
            return Optional.empty();
        }
        Fields fields = new Fields(object, findings, PlanFindings.WRONG_TYPE);
        int before = findings.errorCount();
        Optional<String> principal =
                required(fields, "principal").filter(this::isPrincipal).map(ScalarNode::text);
        Optional<String> action = required(fields, "action").map(ScalarNode::text);
        Optional<String> policy = fields.scalar("policy").map(ScalarNode::text);
        Optional<Long> calls = required(fields, "calls").flatMap(this::count);
        Optional<Instant> first = moment(fields, "first");
        Optional<Instant> last = moment(fields, "last");
        inOrder(fields, "last", first, last);
        fields.reportUnknown(PlanFindings.UNKNOWN_KEY, "key");
        return findings.errorCount() > before
                ? Optional.empty()
                : Optional.of(new Replay.DeniedCall(
                        principal.orElseThrow(),
                        action.orElseThrow(),
                        policy,
                        calls.orElseThrow(),
                        first.orElseThrow(),
                        last.orElseThrow()));
    }

    private Optional<ScalarNode> required(Fields fields, String key) {
        if (fields.node(key).isEmpty()) {
            missing(fields, key);
        }
        return fields.scalar(key);
    }

    private Optional<Instant> moment(Fields fields, String key) {
        return required(fields, key).flatMap(node -> {
            try {
                return Optional.of(Instant.parse(node.text()));
            } catch (DateTimeException e) {
                invalid(node, "`" + key + "` is a moment in UTC", "write it as 2026-12-01T00:00:00Z");
                return Optional.empty();
            }
        });
    }

    private boolean isPrincipal(ScalarNode node) {
        boolean principal = Arn.parse(node.text())
                .filter(arn -> arn.service().equals("iam") && Arn.isAccountId(arn.account()))
                .isPresent();
        if (!principal) {
            invalid(
                    node,
                    "`principal` is the ARN of a user, a role or a root user",
                    "of a session the role: arn:aws:iam::111122223333:role/ci");
        }
        return principal;
    }

    private Optional<Long> count(ScalarNode node) {
        Optional<Long> count = Optional.ofNullable(Longs.tryParse(node.text())).filter(number -> number > 0);
        if (count.isEmpty()) {
            invalid(node, "`calls` is a number from 1 on", "leave out what was not called");
        }
        return count;
    }

    private void inOrder(Fields fields, String key, Optional<Instant> first, Optional<Instant> last) {
        if (first.isPresent() && last.isPresent() && last.get().isBefore(first.get())) {
            SourceSpan place = fields.keySpan(key).orElse(fields.span());
            findings.add(PlanFindings.INVALID_VALUE, place, "`" + key + "` is before the start");
        }
    }

    private void invalid(ScalarNode node, String what, String help) {
        findings.add(PlanFindings.INVALID_VALUE, node.span(), what + ", not " + Printable.quoted(node.text()), help);
    }

    private void missing(Fields fields, String key) {
        findings.add(PlanFindings.MISSING_KEY, fields.span(), "`" + key + "` is missing");
    }

    private void wrongType(Node node, String message) {
        findings.add(PlanFindings.WRONG_TYPE, node.span(), message + ", not " + node.kind());
    }
}
