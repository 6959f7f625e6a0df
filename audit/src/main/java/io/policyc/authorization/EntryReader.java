package io.policyc.authorization;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.policyc.authorization.ListedUser.Holding;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.util.Optional;

/** Reads the users, groups, roles and managed policies that a page lists. Each method says to which account the entry belongs. */
final class EntryReader {
    private final Listing listing;
    private final Findings findings;
    private final Kept kept;

    EntryReader(Listing listing, Findings findings, Kept kept) {
        this.listing = listing;
        this.findings = findings;
        this.kept = kept;
    }

    Optional<String> user(JsonStream stream) throws IOException {
        Subject subject = new Subject(stream, "user");
        HeldPoliciesReader held = new HeldPoliciesReader(stream, findings, kept);
        TagsReader tags = new TagsReader(stream, findings, kept);
        ImmutableList.Builder<String> groups = ImmutableList.builder();
        PolicyArn boundary = new PolicyArn(stream, "PermissionsBoundaryArn", findings, kept);
        stream.members(ImmutableMap.of(
                "Arn", subject::read,
                "UserPolicyList", held::inline,
                "AttachedManagedPolicies", held::attached,
                "GroupList",
                        () -> kept.elements(
                                stream, () -> stream.string().map(kept::once).ifPresent(groups::add)),
                "PermissionsBoundary", boundary::read,
                "Tags", tags::read));
        Optional<IamName> name = subject.name();
        name.ifPresent(found -> {
            Holding holding = new Holding(
                    kept.once(found.partition()),
                    kept.once(found.account()),
                    held.policies(),
                    kept.once(groups.build()),
                    boundary.arn());
            kept.entries(4);
            listing.add(new ListedUser(kept.single(subject.arn()), tags.tags(), kept.once(holding)), subject.place());
        });
        return account(name);
    }

    Optional<String> group(JsonStream stream) throws IOException {
        Subject subject = new Subject(stream, "group");
        HeldPoliciesReader held = new HeldPoliciesReader(stream, findings, kept);
        stream.members(ImmutableMap.of(
                "Arn", subject::read,
                "GroupPolicyList", held::inline,
                "AttachedManagedPolicies", held::attached));
        Optional<IamName> name = subject.name();
        name.ifPresent(found -> {
            kept.single(found.name());
            listing.addGroup(found, held.policies(), subject.place());
        });
        return account(name);
    }

    Optional<String> role(JsonStream stream) throws IOException {
        Subject subject = new Subject(stream, "role");
        LastUseReader lastUse = new LastUseReader(stream, findings, kept);
        stream.members(ImmutableMap.of("Arn", subject::read, "RoleLastUsed", lastUse::read));
        Optional<IamName> name = subject.name();
        name.ifPresent(found -> {
            kept.entries(2);
            listing.add(new AuthorizedRole(kept.single(subject.arn()), lastUse.lastUse()), subject.place());
        });
        return account(name);
    }

    Optional<String> policy(JsonStream stream) throws IOException {
        Subject subject = new Subject(stream, "policy");
        VersionsReader versions = new VersionsReader(stream, findings, kept);
        stream.members(ImmutableMap.of(
                "Arn", subject::read,
                "DefaultVersionId", versions::defaultId,
                "PolicyVersionList", versions::read));
        Optional<IamName> name = subject.name();
        name.ifPresent(found -> {
            String arn = kept.single(subject.arn());
            listing.add(new ManagedPolicy(arn, versions.version(), versions.document()), subject.place());
        });
        return account(name);
    }

    private Optional<String> account(Optional<IamName> name) {
        Optional<String> account = name.filter(found -> !found.isOfAws()).map(IamName::account);
        account.ifPresent(listing::account);
        return account;
    }

    /** Whom an entry is about. */
    private final class Subject {
        private final JsonStream stream;
        private final String type;
        private final SourceSpan place;
        private SourceSpan arnPlace;
        private Optional<String> arn = Optional.empty();

        Subject(JsonStream stream, String type) {
            this.stream = stream;
            this.type = type;
            this.place = stream.place();
            this.arnPlace = place;
        }

        void read() throws IOException {
            arnPlace = stream.place();
            arn = stream.string();
        }

        SourceSpan place() {
            return place;
        }

        String arn() {
            return arn.orElseThrow();
        }

        Optional<IamName> name() {
            if (arn.isEmpty()) {
                findings.add(AuthorizationFindings.MISSING_KEY, place, "a " + type + " without an `Arn`");
                return Optional.empty();
            }
            Optional<IamName> name = IamName.parse(arn(), type);
            if (name.isEmpty()) {
                findings.add(
                        AuthorizationFindings.INVALID_VALUE,
                        arnPlace,
                        Printable.quoted(arn()) + " is not the ARN of a " + type,
                        "such as arn:aws:iam::111122223333:" + type + "/name");
            }
            return name;
        }
    }
}
