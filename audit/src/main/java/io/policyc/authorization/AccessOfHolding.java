package io.policyc.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.policyc.authorization.ListedUser.Holding;
import io.policyc.finding.Printable;
import io.policyc.policy.ConditionKey;
import io.policyc.policy.LocatedPolicy;
import io.policyc.simulator.Truth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The access of all users who hold the same policies, within the same boundary. What the details do not have is tried as if it
 * allowed everything: where that changes nothing, it is not needed.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_boundaries.html">Permissions boundaries</a>
 */
final class AccessOfHolding {
    private final Holding holding;
    private final Listing listing;
    private final PolicyTexts texts;
    private final List<LocatedPolicy> identity = new ArrayList<>();
    private final List<String> missing = new ArrayList<>();
    private final Optional<LocatedPolicy> boundary;
    private final boolean boundaryMissing;
    private final AdministratorQuestion question;
    private final Optional<AdministratorQuestion> atMost;
    private final Verdict anybody;

    AccessOfHolding(Holding holding, Listing listing, PolicyTexts texts) {
        this.holding = holding;
        this.listing = listing;
        this.texts = texts;
        collect(holding.policies(), "", "");
        for (String group : holding.groups()) {
            String name = Printable.quoted(group);
            listing.group(holding.account(), group)
                    .ifPresentOrElse(
                            held -> collect(held, ", through group " + name, " of group " + name),
                            () -> missing.add("group " + name));
        }
        this.boundary = holding.boundary().flatMap(arn -> managed(arn, shown(arn)));
        this.boundaryMissing = boundary.isEmpty() && holding.boundary().isPresent();
        this.question = new AdministratorQuestion(holding.account(), ImmutableList.copyOf(identity), boundary);
        this.atMost = missing.isEmpty()
                ? Optional.empty()
                : Optional.of(new AdministratorQuestion(
                        holding.account(),
                        ImmutableList.<LocatedPolicy>builder()
                                .addAll(identity)
                                .add(LocatedPolicy.FULL_AWS_ACCESS)
                                .build(),
                        boundary));
        this.anybody = verdict(Caller.anybody(holding.partition(), holding.account()));
    }

    AdministratorAccess of(ListedUser user) {
        if (!anybody.asksWho()) {
            return anybody.access();
        }
        Caller caller = Caller.anybody(holding.partition(), holding.account());
        return verdict(caller.as(user, anybody.open())).access();
    }

    private void collect(HeldPolicies held, String way, String owner) {
        for (HeldPolicies.Inline inline : held.inline()) {
            String label = "inline policy " + Printable.quoted(inline.name()) + owner;
            add(label, texts.read(label, inline.document()));
        }
        for (String arn : held.attached()) {
            String label = shown(arn) + way;
            add(label, managed(arn, label));
        }
    }

    private void add(String label, Optional<LocatedPolicy> policy) {
        policy.ifPresentOrElse(identity::add, () -> missing.add(label));
    }

    private Optional<LocatedPolicy> managed(String arn, String label) {
        Optional<Document> document = listing.document(arn);
        return document.isPresent()
                ? texts.read(label, document.get())
                : KnownPolicies.document(arn).map(text -> PolicyTexts.readKnown(label, text));
    }

    private static String shown(String arn) {
        return Printable.quoted(IamName.parse(arn, "policy").map(IamName::name).orElse(arn));
    }

    private Verdict verdict(Caller caller) {
        Verdict known = question.ask(caller);
        Verdict most = known.held() == Truth.TRUE
                ? known
                : atMost.map(more -> more.ask(caller)).orElse(known);
        if (most.held() == Truth.FALSE) {
            return most;
        }
        ImmutableSet<ConditionKey> open = Sets.union(known.open(), most.open()).immutableCopy();
        if (boundaryMissing) {
            String name = shown(holding.boundary().orElseThrow());
            return unknown("the permissions boundary " + name, open);
        }
        if (missing.isEmpty()) {
            return known;
        }
        String names = Reasons.list(missing);
        return known.held() == Truth.TRUE
                ? new Verdict(
                        Truth.TRUE, known.because() + ", unless denied by what is not in the details: " + names, open)
                : unknown(names, open);
    }

    private static Verdict unknown(String missing, ImmutableSet<ConditionKey> open) {
        return new Verdict(Truth.UNKNOWN, "not in the details, or not readable: " + missing, open);
    }
}
