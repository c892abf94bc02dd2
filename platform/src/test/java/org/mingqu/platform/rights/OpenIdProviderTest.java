package org.mingqu.platform.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.mingqu.platform.rules.Refusal;

@DisplayName("Article 37: an OpenID provider proves who somebody is")
@DisplayNameGeneration(ReplaceUnderscores.class)
class OpenIdProviderTest {

    private static final String RETURN = "https://here.example/rights/identity";

    private final Map<String, Map<String, String>> given = new HashMap<>();
    private HttpServer server;
    private RSAKey key;
    private RSAKey signing;
    private String audience = "mingqu";
    private String number = OwnRegister.LI;
    private OpenIdProvider provider;

    @BeforeEach
    void a_provider_listens() throws IOException, JOSEException {
        key = new RSAKeyGenerator(2048).keyID("k").generate();
        signing = key;
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.createContext("/.well-known/openid-configuration", it -> json(it, configuration()));
        server.createContext("/jwks", it -> json(it, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
        provider = new OpenIdProvider(
                new IdentitySettings(issuer(), "mingqu", "a secret", RETURN, "subject_kind", "id_number"));
    }

    @AfterEach
    void it_listens_no_more() {
        server.stop(0);
    }

    private String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private String configuration() {
        return """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "jwks_uri": "%1$s/jwks", "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(issuer());
    }

    private static void json(HttpExchange exchange, String body) throws IOException {
        answer(exchange, 200, body);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private static Map<String, String> form(String text) {
        return Arrays.stream(text.split("&"))
                .map(it -> it.split("=", 2))
                .collect(Collectors.toMap(
                        it -> it[0], it -> URLDecoder.decode(it[1], StandardCharsets.UTF_8), (a, _) -> a));
    }

    /// The person goes to the provider, proves who they are, and is sent back with a code.
    private String goneAndBack(OpenIdProvider.Visit visit) {
        var query = form(URI.create(provider.address(visit)).getRawQuery());
        assertThat(query)
                .containsEntry("response_type", "code")
                .containsEntry("redirect_uri", RETURN)
                .containsEntry("state", visit.state())
                .containsEntry("code_challenge_method", "S256");
        var code = "code-" + given.size();
        given.put(code, query);
        return code;
    }

    private void token(HttpExchange exchange) throws IOException {
        try {
            var asked = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var visit = given.remove(asked.getOrDefault("code", ""));
            if (visit == null || !hash(asked.get("code_verifier")).equals(visit.get("code_challenge"))) {
                answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
                return;
            }
            json(
                    exchange,
                    "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"expires_in\": 60, \"id_token\": \"%s\"}"
                            .formatted(signed(visit.get("nonce"))));
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static String hash(String verifier) throws Exception {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    }

    private String signed(String nonce) throws JOSEException {
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .subject("somebody")
                .audience(audience)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(60)))
                .claim("nonce", nonce)
                .claim("subject_kind", "person")
                .claim("id_number", number)
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("k").build(), claims);
        token.sign(new RSASSASigner(signing));
        return token.serialize();
    }

    private void assertRefused(OpenIdProvider.Visit visit, String code) {
        assertThatThrownBy(() -> provider.proof(visit, code))
                .isInstanceOfSatisfying(
                        Refusal.NotOpen.class, it -> assertThat(it.code()).isEqualTo("identity-refused"));
    }

    @Test
    void a_visit_ends_with_the_number_that_the_provider_has_signed_for() {
        var visit = provider.visit();

        var proof = provider.proof(visit, goneAndBack(visit));

        assertThat(proof.kind()).isEqualTo("person");
        assertThat(proof.number()).isEqualTo(OwnRegister.LI);
        assertThat(proof.toString()).doesNotContain(OwnRegister.LI);
    }

    @Test
    void a_code_is_good_once_and_for_its_own_visit() {
        var visit = provider.visit();
        var code = goneAndBack(visit);

        assertRefused(provider.visit(), code);
        assertRefused(visit, code);
    }

    @Test
    void a_token_that_the_provider_has_not_signed_is_refused() throws JOSEException {
        signing = new RSAKeyGenerator(2048).keyID("k").generate();
        var visit = provider.visit();

        assertRefused(visit, goneAndBack(visit));
    }

    @Test
    void a_token_for_another_client_is_refused() {
        audience = "another";
        var visit = provider.visit();

        assertRefused(visit, goneAndBack(visit));
    }

    @Test
    void a_token_of_another_visit_is_refused() {
        var visit = provider.visit();
        var code = goneAndBack(visit);
        given.get(code).put("nonce", "of another");

        assertRefused(visit, code);
    }

    @Test
    void a_token_without_a_number_proves_nothing() {
        number = null;
        var visit = provider.visit();

        assertRefused(visit, goneAndBack(visit));
    }

    @Test
    void a_provider_that_is_away_is_said_so_and_asked_again_later() {
        var settings = new IdentitySettings("http://127.0.0.1:1", "mingqu", "", RETURN, "subject_kind", "id_number");
        var away = new OpenIdProvider(settings);

        assertThatThrownBy(() -> away.address(away.visit())).isInstanceOf(Refusal.NotOpen.class);
    }
}
