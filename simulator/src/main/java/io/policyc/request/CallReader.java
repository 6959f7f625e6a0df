package io.policyc.request;

import com.google.common.net.InetAddresses;
import io.policyc.finding.Findings;
import io.policyc.finding.Printable;
import io.policyc.finding.Suggestions;
import io.policyc.node.Fields;
import io.policyc.node.ScalarNode;
import io.policyc.vocabulary.Client;
import io.policyc.vocabulary.Regions;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the call itself says: Region, client, time, address, and the service that it goes through. */
final class CallReader {
    static final Pattern SERVICE = Pattern.compile("[a-z0-9.-]{1,128}\\.amazonaws\\.com(\\.cn)?");

    private final Findings findings;
    private final Optional<String> region;
    private final Optional<String> userAgent;
    private final Optional<Instant> time;
    private final Optional<String> sourceIp;
    private final Optional<String> via;

    CallReader(Fields fields, Findings findings) {
        this.findings = findings;
        this.region = fields.scalar("region").map(this::region);
        Optional<String> client = fields.scalar("client").flatMap(this::client);
        Optional<ScalarNode> text = fields.scalar("user-agent");
        this.userAgent = text.map(ScalarNode::text).or(() -> client);
        this.time = fields.scalar("time").flatMap(this::time);
        this.sourceIp = fields.scalar("source-ip").flatMap(this::sourceIp);
        this.via = fields.scalar("via").flatMap(node -> service(node, findings));
    }

    void fill(Request.Builder builder) {
        region.ifPresent(builder::region);
        userAgent.ifPresent(builder::userAgent);
        time.ifPresent(builder::time);
        sourceIp.ifPresent(builder::sourceIp);
        via.ifPresent(builder::via);
    }

    private String region(ScalarNode node) {
        checkRegion(node, findings);
        return node.text();
    }

    static void checkRegion(ScalarNode node, Findings findings) {
        if (!Regions.names().contains(node.text())) {
            findings.add(
                    RequestFindings.UNKNOWN_REGION,
                    node.span(),
                    "no Region " + Printable.quoted(node.text()) + " is known as of " + Regions.DATE,
                    Suggestions.nearest(node.text(), Regions.names())
                            .map(name -> "did you mean `" + name + "`?")
                            .orElse("Regions launched later are not in the list; the name is taken as it is"));
        }
    }

    private Optional<String> client(ScalarNode node) {
        Optional<Client> client = Client.named(node.text());
        if (client.isEmpty()) {
            findings.add(
                    RequestFindings.UNKNOWN_CLIENT,
                    node.span(),
                    "no client is named " + Printable.quoted(node.text()),
                    Suggestions.help(node.text(), Client.names()) + "; `user-agent` takes any text");
        }
        return client.map(Client::userAgent);
    }

    private Optional<Instant> time(ScalarNode node) {
        try {
            String text = node.text();
            Instant time = text.indexOf('T') < 0
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
            // Years of four digits are all that conditions can be compared with.
            if (time.toString().startsWith("+") || time.toString().startsWith("-")) {
                throw new DateTimeException("a year has four digits");
            }
            return Optional.of(time);
        } catch (DateTimeException e) {
            findings.add(
                    RequestFindings.INVALID_TIME,
                    node.span(),
                    Printable.quoted(node.text()) + " is not a time",
                    "2026-11-22T12:00:00Z, or 2026-11-22 for the start of that day in UTC");
            return Optional.empty();
        }
    }

    private Optional<String> sourceIp(ScalarNode node) {
        boolean dotted = node.text().indexOf(':') >= 0 && node.text().indexOf('.') >= 0;
        boolean odd = node.text().indexOf('%') >= 0
                || (dotted && !node.text().toLowerCase(Locale.ROOT).startsWith("::ffff:"));
        // A zone, or IPv4 within another IPv6 address: AWS takes neither for an address.
        if (InetAddresses.isInetAddress(node.text()) && !odd) {
            return Optional.of(node.text());
        }
        findings.add(
                RequestFindings.INVALID_SOURCE_IP,
                node.span(),
                Printable.quoted(node.text()) + " is not an IP address",
                node.text().indexOf('/') < 0
                        ? "for example 203.0.113.7"
                        : "a request comes from one address, not from a network");
        return Optional.empty();
    }

    static Optional<String> service(ScalarNode node, Findings findings) {
        if (SERVICE.matcher(node.text()).matches()) {
            return Optional.of(node.text());
        }
        findings.add(
                RequestFindings.INVALID_SERVICE,
                node.span(),
                Printable.quoted(node.text()) + " is not the name of a service principal",
                "for example cloudtrail.amazonaws.com");
        return Optional.empty();
    }
}
