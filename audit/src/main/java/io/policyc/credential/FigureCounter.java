package io.policyc.credential;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.FindingId;
import io.policyc.simulator.Truth;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Counts what an audit says, user by user. */
final class FigureCounter {
    private final Map<Figure, Count> figures = new EnumMap<>(Figure.class);
    private final Map<FindingId, Count> findings = new LinkedHashMap<>();

    FigureCounter() {
        for (Figure figure : Figure.values()) {
            figures.put(figure, Count.NONE);
        }
        CredentialFindings.ALL.forEach(id -> findings.put(id, Count.NONE));
    }

    void add(AuditedUser user) {
        count(Figure.USERS, Truth.TRUE);
        Truth activeKey = Truth.FALSE;
        Truth rotation = Truth.FALSE;

        for (JudgedCredential judged : user.credentials()) {
            LongLivedCredential credential = judged.audited().credential();
            count(Figure.CREDENTIALS, credential.isThere() ? Truth.TRUE : Truth.UNKNOWN);
            if (credential.kind().isAccessKey()) {
                activeKey = activeKey.or(credential.active());
                count(Figure.ACTIVE_KEYS, credential.active());
                count(Figure.OLD_KEYS, answer(judged, CredentialFindings.OLD));
                count(Figure.ORPHANED_KEYS, judged.orphaned());
                rotation = rotation.or(answer(judged, CredentialFindings.TWO_ACTIVE_KEYS));
            }
            judged.answers().forEach((id, answer) -> {
                findings.merge(id, Count.NONE.plus(answer), Count::plus);
                count(Figure.FINDINGS, answer);
            });
        }
        count(
                Figure.ADMINISTRATORS_WITH_KEYS,
                activeKey.and(user.administrator().held()));
        count(Figure.UNFINISHED_ROTATIONS, rotation);
    }

    private static Truth answer(JudgedCredential judged, FindingId id) {
        return judged.answers().getOrDefault(id, Truth.FALSE);
    }

    private void count(Figure figure, Truth answer) {
        figures.merge(figure, Count.NONE.plus(answer), Count::plus);
    }

    AuditFigures figures() {
        return new AuditFigures(ImmutableMap.copyOf(figures), ImmutableMap.copyOf(findings));
    }
}
