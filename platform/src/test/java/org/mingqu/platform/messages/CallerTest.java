package org.mingqu.platform.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Nobody has the platform knock on doors inside its own network")
@DisplayNameGeneration(ReplaceUnderscores.class)
class CallerTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "0.1.2.3",
                "198.18.0.1",
                "[64:ff9b::a00:1]",
                "[2002:a00:1::]",
                "224.0.0.1",
                "[::1]",
                "[fe80::1]",
                "[fd12:3456::1]",
                "[::ffff:10.0.0.1]"
            })
    void an_address_inside_is_refused(String host) {
        assertThat(Caller.fault("https://" + host + "/hear", false)).contains("call-inside");
    }

    @ParameterizedTest
    @ValueSource(strings = {"203.0.113.9", "100.128.0.1", "[2001:db8::1]"})
    void an_address_outside_may_be_called(String host) {
        assertThat(Caller.fault("https://" + host + "/hear", false)).isEmpty();
    }

    @Test
    void it_has_to_be_https_and_to_carry_no_password() {
        assertThat(Caller.fault("http://203.0.113.9/", false)).contains("call-https");
        assertThat(Caller.fault("https://a:b@203.0.113.9/", false)).contains("call-address");
        assertThat(Caller.fault("ftp://203.0.113.9/", true)).contains("call-address");
        assertThat(Caller.fault("no address", false)).contains("call-address");
        assertThat(Caller.fault("//203.0.113.9/", true)).contains("call-address");
    }
}
