package io.policyc.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses as AWS was observed to compare them, September 2026. */
class IpNetworkTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            192.0.2.1            | 192.0.2.1             | true
            192.0.2.1            | 192.0.2.2             | false
            192.0.2.1/32         | 192.0.2.1             | true
            192.0.2.0/24         | 192.0.2.255           | true
            192.0.2.0/24         | 192.0.3.0             | false
            192.0.2.0/25         | 192.0.2.127           | true
            192.0.2.0/25         | 192.0.2.128           | false
            192.000.002.001      | 192.0.2.1             | true
            192.0.2.1            | 192.000.002.1         | true
            192.0.2.010          | 192.0.2.10            | true
            192.0.2.0/024        | 192.0.2.9             | true
            192.0.2.0/+24        | 192.0.2.9             | true
            192.0.2.0/0000000000024 | 192.0.2.9          | true
            # host bits of an IPv4 network are ignored, an IPv6 network with some matches nothing
            192.0.2.5/24         | 192.0.2.9             | true
            1.2.3.4/0            | 9.9.9.9               | true
            2001:db8::5/64       | 2001:db8::5           | false
            2001:db8::1/0        | 2001:db8::1           | false
            2001:db8::/64        | 2001:db8::5           | true
            2001:db8::/33        | 2001:db8:7fff::1      | true
            2001:db8::/33        | 2001:db8:8000::1      | false
            2001:db8::5          | 2001:db8::5           | true
            2001:db8::5          | 2001:db8::6           | false
            2001:DB8:0:0::5      | 2001:db8:0:0:0:0:0:5  | true
            ::/0                 | 2001:db8::1           | true
            ::/0                 | ::                    | true
            # the families never match each other, but a mapped address of a request is IPv4
            192.0.2.0/0          | 2001:db8::1           | false
            ::/0                 | 192.0.2.1             | false
            192.0.2.0/24         | ::ffff:192.0.2.1      | true
            192.0.2.0/24         | ::FFFF:c000:201       | true
            192.0.2.0/24         | 0:0:0:0:0:ffff:c000:201 | true
            ::/0                 | ::ffff:192.0.2.1      | false
            ::ffff:c000:200/120  | ::ffff:192.0.2.1      | false
            ::ffff:c000:200/120  | 192.0.2.1             | false
            ::c000:201           | ::c000:201            | true
            # colons that AWS overlooks
            ::1:2:3:4:5:6:7      | :1:2:3:4:5:6:7        | true
            2001:db8::1          | 2001:db8::1:          | true
            ::1                  | :::1                  | true
            """)
    void contains(String network, String address, boolean contained) {
        assertThat(IpNetwork.parse(network)
                        .map(parsed ->
                                parsed.contains(IpNetwork.parseAddress(address).orElseThrow()))
                        .orElse(false))
                .isEqualTo(contained);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "10.1",
                "10.0.0.1/32",
                "10.0.0.1/",
                "256.0.0.1",
                "1.2.3.4.5",
                "1.2.3.",
                "1..2.3",
                ".1.2.3",
                "1.2.3.4.",
                "1.2.3.9999999999",
                "1.2.3.0004",
                "+1.2.3.4",
                "1.2.3.4 ",
                "0x1.2.3.4",
                "16909060",
                "2001:db8::1/128",
                "::1:192.0.2.1",
                "::192.0.2.1",
                "64:ff9b::192.0.2.1",
                "::ffff:192.0.2",
                "1::2::3",
                "::::",
                "fe80::1%1",
                "fe80::1%eth0",
                "[::1]",
                "2001:db8::12345",
                "2001:db8::g",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4::5:6:7:8",
                " ::1",
                "١.2.3.4"
            })
    void noAddresses(String text) {
        assertThat(IpNetwork.parseAddress(text)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0.0/",
                "10.0.0.0/x",
                "10.0.0.0/8/8",
                "10.0.0.0/ 8",
                "10.0.0.0/255.0.0.0",
                "10.0.0.0/99999999999",
                "2001:db8::/129",
                "::ffff:192.0.2.0/120",
                "::1:192.0.2.1",
                "10.0.0/8",
                "*"
            })
    void noNetworks(String text) {
        assertThat(IpNetwork.parse(text)).isEqualTo(Optional.empty());
    }
}
