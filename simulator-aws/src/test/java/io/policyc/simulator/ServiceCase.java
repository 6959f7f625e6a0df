package io.policyc.simulator;

import com.google.common.collect.ImmutableList;
import io.policyc.expectation.TestedPolicies;
import io.policyc.organization.Account;
import io.policyc.organization.Level;
import io.policyc.organization.Organization;
import io.policyc.organization.OrganizationArbitraries;
import io.policyc.organization.OrganizationalUnit;
import io.policyc.policy.LocatedPolicy;
import io.policyc.policy.PolicyDocument;
import io.policyc.policy.PolicyReader;
import io.policyc.policy.PolicyType;
import io.policyc.policy.PolicyWriter;
import io.policyc.policy.SamplePrincipals;
import io.policyc.source.SourceText;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * Policies of the types that the service takes, as the tests of users have them and as the reference evaluator has them.
 *
 * @param environment where every account is a member, with one to seven levels
 */
record ServiceCase(Environment environment, TestedPolicies tested) {
    private static final int MOST_LEVELS = 7;
    private static final PolicyDocument FULL_ACCESS = LocatedPolicy.FULL_AWS_ACCESS.document();

    static Arbitrary<ServiceCase> cases() {
        Arbitrary<List<LocatedPolicy>> none = Arbitraries.just(List.of());
        Arbitrary<ServiceCase> organizationOnly =
                levels().map(scps -> of(scps, Optional.empty(), List.of(), List.of()));
        Arbitrary<ServiceCase> granting = Combinators.combine(
                        levels(),
                        policies(PolicyType.IDENTITY_POLICY, 0, 2),
                        Arbitraries.oneOf(none, policies(PolicyType.PERMISSIONS_BOUNDARY, 1, 1)),
                        Arbitraries.oneOf(none, policies(PolicyType.RESOURCE_POLICY, 1, 1)))
                .as((scps, identity, boundary, resource) -> of(scps, Optional.of(identity), boundary, resource));
        return Arbitraries.frequencyOf(Tuple.of(1, organizationOnly), Tuple.of(2, granting))
                .withoutEdgeCases();
    }

    private static ServiceCase of(
            ImmutableList<Level> scps,
            Optional<List<LocatedPolicy>> identity,
            List<LocatedPolicy> boundary,
            List<LocatedPolicy> resource) {
        Environment environment = new Environment(
                Environment.Membership.EVERYBODY,
                scps,
                ImmutableList.of(),
                identity.map(ImmutableList::copyOf),
                boundary.stream().findFirst(),
                ImmutableList.of(),
                resource.stream().findFirst(),
                Optional.empty());
        TestedPolicies tested = new TestedPolicies(
                scps.size() == 1 ? Optional.empty() : Optional.of(organization(scps)),
                scps.size() == 1 ? Optional.of(scps.get(0).policies()) : Optional.empty(),
                ImmutableList.of(),
                environment.identity(),
                environment.boundary(),
                ImmutableList.of(),
                environment.resource(),
                Optional.empty());
        return new ServiceCase(environment, tested);
    }

    /** The levels from the root to the one account of the organization. */
    private static Organization organization(ImmutableList<Level> scps) {
        Level last = scps.get(scps.size() - 1);
        Account account = new Account(last.name(), SamplePrincipals.ACCOUNT, last.policies());
        OrganizationalUnit unit = unit(scps.get(scps.size() - 2), ImmutableList.of(), ImmutableList.of(account));
        for (Level level : scps.subList(0, scps.size() - 2).reverse()) {
            unit = unit(level, ImmutableList.of(unit), ImmutableList.of());
        }
        return new Organization(Optional.empty(), Optional.empty(), unit);
    }

    private static OrganizationalUnit unit(
            Level level, ImmutableList<OrganizationalUnit> units, ImmutableList<Account> accounts) {
        return new OrganizationalUnit(level.name(), Optional.empty(), level.policies(), units, accounts);
    }

    /** One level is what a trial makes of its policies; mostly FullAWSAccess is on each of several. */
    private static Arbitrary<ImmutableList<Level>> levels() {
        Arbitrary<List<PolicyDocument>> level = Arbitraries.frequencyOf(
                Tuple.of(3, Arbitraries.just(List.of(FULL_ACCESS))),
                Tuple.of(3, OrganizationArbitraries.policies().map(policy -> List.of(FULL_ACCESS, policy))),
                Tuple.of(
                        1,
                        OrganizationArbitraries.policies().list().ofMinSize(1).ofMaxSize(2)));
        return Arbitraries.integers()
                .between(1, MOST_LEVELS)
                .flatMap(size -> level.list().ofSize(size))
                .map(OrganizationArbitraries::named)
                .map(named -> named.size() == 1
                        ? ImmutableList.of(Organization.trial(named.get(0).policies()))
                        : named);
    }

    private static Arbitrary<List<LocatedPolicy>> policies(PolicyType type, int min, int max) {
        Arbitrary<PolicyDocument> some = OrganizationArbitraries.policies(type);
        boolean named = type == PolicyType.RESOURCE_POLICY;
        return (named ? some : Arbitraries.oneOf(Arbitraries.just(FULL_ACCESS), some))
                .map(document -> LocatedPolicy.withoutPlaces("", asRead(type, document)))
                .list()
                .ofMinSize(min)
                .ofMaxSize(max)
                .map(list -> renamed(type, list));
    }

    /** A document as it comes out of its text: short ARNs of identity policies and boundaries are completed. */
    private static PolicyDocument asRead(PolicyType type, PolicyDocument document) {
        return PolicyReader.read("generated", SourceText.of("generated", PolicyWriter.minified(document)), type)
                .value()
                .map(LocatedPolicy::document)
                .orElse(document);
    }

    private static List<LocatedPolicy> renamed(PolicyType type, List<LocatedPolicy> policies) {
        ImmutableList.Builder<LocatedPolicy> renamed = ImmutableList.builder();
        for (int i = 0; i < policies.size(); i++) {
            renamed.add(
                    LocatedPolicy.withoutPlaces(type + "-" + i, policies.get(i).document()));
        }
        return renamed.build();
    }

    /** The documents as AWS is given them. */
    @Override
    public String toString() {
        return environment.scps().size() + " levels, then others: "
                + environment.documents().stream().map(PolicyWriter::minified).toList();
    }
}
