package io.policyc.authorization;

import com.google.common.collect.ImmutableMap;
import io.policyc.finding.Findings;
import io.policyc.node.JsonStream;
import io.policyc.source.SourceSpan;
import java.io.IOException;
import java.util.Optional;

/**
 * Reads the pages of one file: one, several one after another, or a list of them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountAuthorizationDetails.html">GetAccountAuthorizationDetails</a>
 */
final class PageReader {
    private final JsonStream stream;
    private final EntryReader entries;
    private final Pages pages;
    private final Findings findings;
    private final Kept kept;
    private Optional<String> account = Optional.empty();
    private boolean holdsList;
    private boolean truncated;

    PageReader(JsonStream stream, EntryReader entries, Pages pages, Findings findings, Kept kept) {
        this.stream = stream;
        this.entries = entries;
        this.pages = pages;
        this.findings = findings;
        this.kept = kept;
    }

    /** The value of the stream. */
    void read() throws IOException {
        if (stream.isList()) {
            stream.elements(this::page);
        } else {
            page();
        }
    }

    private void page() throws IOException {
        SourceSpan place = stream.place();
        // A page that names no account belongs to the one before.
        Optional<String> before = account;
        account = Optional.empty();
        holdsList = false;
        truncated = false;
        boolean object = stream.members(ImmutableMap.of(
                "UserDetailList", () -> list(entries::user),
                "GroupDetailList", () -> list(entries::group),
                "RoleDetailList", () -> list(entries::role),
                "Policies", () -> list(entries::policy),
                "IsTruncated", () -> truncated |= stream.bool().orElse(false),
                "NextToken", () -> truncated |= stream.string().isPresent()));
        account = account.or(() -> before);
        if (object && !holdsList) {
            findings.add(
                    AuthorizationFindings.NO_DETAILS,
                    place,
                    "no authorization details: none of UserDetailList, GroupDetailList, RoleDetailList and Policies",
                    "give what `aws iam get-account-authorization-details` prints");
        } else if (object) {
            pages.add(account, truncated, place);
        }
    }

    /** Reads an entry and says to which account it belongs. */
    private interface Entry {
        Optional<String> read(JsonStream stream) throws IOException;
    }

    private void list(Entry entry) throws IOException {
        holdsList = true;
        stream.elements(() -> {
            if (kept.isFull()) {
                stream.skip();
                return;
            }
            SourceSpan place = stream.place();
            Optional<String> owner = entry.read(stream);
            account = account.or(() -> owner);
            if (kept.isFull()) {
                findings.add(
                        AuthorizationFindings.TOO_MANY,
                        place,
                        "more users, tags and policies than memory has room for",
                        "give the details of fewer accounts at a time");
            }
        });
    }
}
