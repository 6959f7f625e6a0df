package io.policyc.credential;

import static org.assertj.core.api.Assertions.assertThat;

import io.policyc.authorization.AuthorizationDetails;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** A report says the same whatever the order of its columns, the quotes and the line breaks; and 90 days are not more than 90. */
final class ReportLawsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 9, 11);
    private static final List<String> COLUMNS = List.of(
            "user",
            "arn",
            "access_key_1_active",
            "access_key_1_last_rotated",
            "access_key_1_last_used_date",
            "access_key_2_active",
            "password_enabled",
            "access_key_2_last_rotated");

    /** Names with what CSV must quote. */
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("ab,\"\n=+;\u202e")
                .ofMinLength(1)
                .ofMaxLength(8)
                .filter(name -> name.equals(name.strip()));
    }

    @Property(tries = 200)
    void theOrderOfColumnsAndTheWayOfWritingSayNothing(
            @ForAll @Size(min = 1, max = 5) List<@From("names") String> given,
            @ForAll Random random,
            @ForAll boolean carriageReturns,
            @ForAll boolean byteOrderMark)
            throws IOException {
        List<String> names = given.stream().distinct().toList();
        List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
        Collections.shuffle(order, random);
        String lineBreak = carriageReturns ? "\r\n" : "\n";
        String csv = (byteOrderMark ? "\uFEFF" : "")
                + line(order, COLUMNS)
                + names.stream()
                        .map(name -> lineBreak + line(order, row(name, TODAY.minusDays(name.length()))))
                        .collect(Collectors.joining());
        List<AuditedCredential> read = new ArrayList<>();
        audit(csv).forEach(read::add);
        assertThat(read.stream().map(found -> found.credential().user())).containsExactlyElementsOf(names);
        assertThat(read)
                .allSatisfy(found -> assertThat(found.credential().rotated())
                        .contains(TODAY.minusDays(found.credential().user().length())
                                .atStartOfDay()
                                .toInstant(ZoneOffset.UTC)));
    }

    private static List<String> row(String name, LocalDate rotated) {
        return List.of(
                name,
                "arn:aws:iam::111122223333:user/" + name,
                "true",
                rotated + "T00:00:00+00:00",
                "no_information",
                "false",
                "false",
                "N/A");
    }

    private static String line(List<Integer> order, List<String> cells) {
        return order.stream()
                .map(cells::get)
                .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    @Property(tries = 300)
    void aKeyIsOldFromTheNextDayOn(
            @ForAll @IntRange(min = 0, max = 400) int age, @ForAll @IntRange(min = 0, max = 400) int limit)
            throws IOException {
        assertThat(isOld(age, limit)).isEqualTo(age > limit);
        assertThat(isOld(limit, limit)).isFalse();
        assertThat(isOld(limit + 1, limit)).isTrue();
    }

    private static boolean isOld(int age, int limit) throws IOException {
        String csv = String.join(",", COLUMNS) + "\n" + String.join(",", row("a", TODAY.minusDays(age))) + "\n";
        List<AuditedCredential> read = new ArrayList<>();
        audit(csv, new AuditRules(TODAY, limit, 1000, "owner")).forEach(read::add);
        assertThat(read).hasSize(1);
        return read.get(0).reasons().stream().anyMatch(reason -> reason.id().equals(CredentialFindings.OLD));
    }

    private static CredentialAudit audit(String csv) throws IOException {
        return audit(csv, AuditRules.of(TODAY));
    }

    private static CredentialAudit audit(String csv, AuditRules rules) throws IOException {
        CredentialReport report = CredentialReport.spool(
                        new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), "report")
                .orThrow();
        report.file().toFile().deleteOnExit();
        return CredentialAudit.of(List.of(report), Owners.NONE, AuthorizationDetails.NONE, rules)
                .orThrow();
    }
}
