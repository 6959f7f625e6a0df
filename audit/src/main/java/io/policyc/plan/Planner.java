package io.policyc.plan;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.policyc.credential.AuditedCredential;
import io.policyc.credential.AuditedUser;
import io.policyc.credential.JudgedCredential;
import io.policyc.credential.LongLivedCredential;
import io.policyc.credential.Owner;
import io.policyc.plan.KeyPlanner.Planned;
import io.policyc.policy.Arn;
import io.policyc.simulator.Truth;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes a plan of a day: takes the users of credential reports one after the other, and then says what is next. Used once. */
public final class Planner {
    private static final Comparator<KeyPlan> ORDER = Comparator.comparing((KeyPlan key) -> Plan.Part.of(key))
            .thenComparing(key -> key.key().account())
            .thenComparing(key -> key.owner().map(Owner::name).orElse(""))
            .thenComparing(key -> key.due().orElse(LocalDate.MIN))
            .thenComparing(key -> key.key().arn())
            .thenComparing(key -> key.key().kind());

    private final LocalDate day;
    private final PlanEvidence evidence;
    private final PlanState before;
    private final KeyPlanner planner;
    private final PrincipalOwners owners;
    private final List<KeyPlan> plans = new ArrayList<>();
    private final Map<KeyId, KeyRecord> found = new HashMap<>();
    private final Set<String> accounts = new HashSet<>();
    private final Set<String> unknownUsers = new HashSet<>();
    private int others;

    /** @param before what earlier plans saw; none of it later than the day */
    public Planner(LocalDate day, PlanSettings settings, PlanEvidence evidence, PlanState before) {
        if (before.latest().filter(latest -> latest.isAfter(day)).isPresent()) {
            throw new IllegalArgumentException("a plan of " + day + " after one of " + before.latest());
        }
        this.day = day;
        this.evidence = evidence;
        this.before = before;
        this.planner = new KeyPlanner(settings, day, new Replacements(evidence.roles(), evidence.details()));
        this.owners = new PrincipalOwners(evidence);
    }

    /** Plans the keys of a user. */
    public void add(AuditedUser user) {
        accounts.add(user.account());
        owners.add(user);
        boolean several = user.credentials().stream()
                        .map(judged -> judged.audited().credential())
                        .filter(key -> key.kind().isAccessKey() && key.active() == Truth.TRUE)
                        .count()
                > 1;
        for (JudgedCredential judged : user.credentials()) {
            if (judged.audited().credential().kind().isAccessKey()) {
                add(judged.audited(), several);
            } else {
                others++;
            }
        }
    }

    private void add(AuditedCredential audited, boolean several) {
        LongLivedCredential key = audited.credential();
        Optional<KeyId> id = KeyPlanner.id(key);
        if (id.isEmpty()) {
            unknownUsers.add(key.arn());
        }
        Planned planned = planner.plan(audited, id.flatMap(before::of));
        boolean second = several && key.active() == Truth.TRUE;
        plans.add(second ? planned.plan().with("the user has two active keys") : planned.plan());
        planned.found().ifPresent(record -> found.put(id.orElseThrow(), record));
    }

    /** The plan. */
    public Plan plan() {
        int gone = 0;
        int elsewhere = 0;
        for (Map.Entry<KeyId, KeyRecord> recorded : before.keys().entrySet()) {
            KeyId id = recorded.getKey();
            if (found.containsKey(id)) {
                continue;
            }
            KeyRecord last = recorded.getValue();
            if (isKnown(id)) {
                last = last.goneOn(Optional.of(last.gone().orElse(day)));
                gone++;
            } else {
                elsewhere++;
            }
            found.put(id, last);
        }
        ImmutableList<PhasePlan> phases =
                new PhasePlanner(day, before.gates(), evidence.replay(), owners::of).plan(evidence.phases());
        ImmutableSortedMap.Builder<String, LocalDate> gates = ImmutableSortedMap.naturalOrder();
        phases.forEach(
                phase -> phase.held().ifPresent(held -> gates.put(phase.phase().name(), held)));
        plans.sort(ORDER);
        return new Plan(
                day,
                phases,
                ImmutableList.copyOf(plans),
                gone,
                elsewhere,
                others,
                !accounts.isEmpty(),
                new PlanState(gates.buildOrThrow(), ImmutableSortedMap.copyOf(found)));
    }

    /** Whether the reports would show a key if it were there. */
    private boolean isKnown(KeyId id) {
        String account = Arn.parse(id.user()).map(Arn::account).orElse("");
        return accounts.contains(account) && !unknownUsers.contains(id.user());
    }
}
