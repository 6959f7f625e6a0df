package io.policyc.plan;

import com.google.common.collect.ImmutableMap;
import io.policyc.credential.Owner;
import io.policyc.finding.Printable;
import java.time.LocalDate;
import java.util.Optional;

/** How the parts of a plan are called, in one line each and without markup. */
record PlanWords(Plan plan, ImmutableMap<String, String> accountNames) {

    /** Whose keys stand together. */
    String group(KeyPlan key) {
        String account = key.key().account();
        String name = Optional.ofNullable(accountNames.get(account))
                .map(found -> " (" + found + ")")
                .orElse("");
        return Printable.escaped("account " + account + name + ", " + owner(key.owner()));
    }

    private static String owner(Optional<Owner> owner) {
        return owner.map(found -> "owner " + found.name()
                        + found.email()
                                .filter(email -> !email.equals(found.name()))
                                .map(email -> " <" + email + ">")
                                .orElse("")
                        + (found.status() == Owner.Status.DEPARTED ? ", departed" : ""))
                .orElse("nobody's");
    }

    String key(KeyPlan key) {
        String made = key.key()
                .rotated()
                .map(KeyPlanner::date)
                .map(day -> ", made " + day)
                .orElse("");
        return Printable.escaped(key.key().kind().words() + " of " + key.key().user() + made);
    }

    String action(KeyPlan key) {
        return key.stage().words()
                + key.due()
                        .map(due -> key.stage().isWaiting() ? " until " + due : since(due))
                        .orElse("");
    }

    private String since(LocalDate due) {
        return due.equals(plan.day()) ? ", due today" : ", due since " + due;
    }

    String phase(PhasePlan phase) {
        return Printable.escaped("phase " + phase.phase().name()) + ": "
                + phase.stage().words();
    }

    String summary() {
        int keys = plan.keys().size();
        StringBuilder text = new StringBuilder(keys + (keys == 1 ? " key: " : " keys: "));
        String comma = "";
        for (Plan.Part part : Plan.Part.values()) {
            long count = plan.keys().stream()
                    .filter(key -> Plan.Part.of(key) == part)
                    .count();
            text.append(comma).append(count).append(' ').append(part.words());
            comma = ", ";
        }
        text.append("; ").append(plan.gone()).append(" gone");
        if (plan.elsewhere() > 0) {
            text.append("; ").append(plan.elsewhere()).append(" not in the reports of this time");
        }
        if (plan.others() > 0) {
            text.append("; not planned: ").append(plan.others());
            text.append(plan.others() == 1 ? " password or certificate" : " passwords and certificates");
        }
        return plan.reported() ? text.toString() : "no credential report was given, so no key is planned" + kept();
    }

    private String kept() {
        return plan.elsewhere() == 0 ? "" : "; " + plan.elsewhere() + " are kept as recorded";
    }
}
