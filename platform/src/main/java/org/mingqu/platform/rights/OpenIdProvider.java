package org.mingqu.platform.rights;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.mingqu.platform.rules.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.oidc.authentication.OidcIdTokenDecoderFactory;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationExchange;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationResponse;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/// Proofs from an OpenID provider.
///
/// Source: OpenID Connect Core 1.0, section 3.1 (code flow), with PKCE (RFC 7636).
@Component
@EnableConfigurationProperties(IdentitySettings.class)
class OpenIdProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OpenIdProvider.class);
    private static final int RANDOM_BYTES = 32;

    private final IdentitySettings settings;
    private final SecureRandom random = new SecureRandom();
    private volatile @Nullable ClientRegistration registration;

    OpenIdProvider(IdentitySettings settings) {
        this.settings = settings;
    }

    /// What is kept of a visit to the provider until the person comes back.
    ///
    /// @param verifier whose hash the provider was given: without it a code is of no use
    record Visit(String state, String nonce, String verifier) {}

    boolean isConnected() {
        return settings.issuer() != null;
    }

    Visit visit() {
        return new Visit(fresh(), fresh(), fresh());
    }

    /// Where to send a person for a visit.
    String address(Visit it) {
        return request(it).getAuthorizationRequestUri();
    }

    /// The proof that a person has come back with.
    ///
    /// @throws Refusal.NotOpen if the code is not good, or the token is not the provider's, for us, for this visit
    Identities.Proof proof(Visit it, String code) {
        var known = registration();
        try {
            var answer = OAuth2AuthorizationResponse.success(code)
                    .redirectUri(settings.returnUrl())
                    .state(it.state())
                    .build();
            var grant = new OAuth2AuthorizationCodeGrantRequest(
                    known, new OAuth2AuthorizationExchange(request(it), answer));
            var tokens = new RestClientAuthorizationCodeTokenResponseClient().getTokenResponse(grant);
            var text = String.valueOf(tokens.getAdditionalParameters().get("id_token"));
            var token = new OidcIdTokenDecoderFactory().createDecoder(known).decode(text);
            if (!it.nonce().equals(token.getClaimAsString("nonce"))) {
                throw refused("another visit's token");
            }
            return proof(token);
        } catch (OAuth2AuthorizationException | JwtException e) {
            throw refused(e.getClass().getSimpleName());
        }
    }

    private Identities.Proof proof(Jwt token) {
        var kind = token.getClaimAsString(settings.kindClaim());
        var number = token.getClaimAsString(settings.numberClaim());
        if (kind == null || number == null) {
            throw refused("no number in the token");
        }
        return new Identities.Proof(requireNonNull(settings.issuer()), kind, number);
    }

    /// What went wrong is for those who run it; a token or a number is in none of it.
    private static Refusal refused(String why) {
        LOG.warn("an identity was not proven: {}", why);
        return new Refusal.NotOpen("identity-refused", "37", List.of("PROVE"));
    }

    private OAuth2AuthorizationRequest request(Visit it) {
        var known = registration();
        return OAuth2AuthorizationRequest.authorizationCode()
                .authorizationUri(requireNonNull(known.getProviderDetails().getAuthorizationUri()))
                .clientId(known.getClientId())
                .redirectUri(settings.returnUrl())
                .scopes(known.getScopes())
                .state(it.state())
                .attributes(Map.of("code_verifier", it.verifier()))
                .additionalParameters(Map.of(
                        "nonce", it.nonce(), "code_challenge", hash(it.verifier()), "code_challenge_method", "S256"))
                .build();
    }

    /// Asked of the provider when it is first needed: it may be away while we start.
    private ClientRegistration registration() {
        var known = registration;
        if (known != null) {
            return known;
        }
        var issuer = settings.issuer();
        if (issuer == null) {
            throw new Refusal.NotOpen("identity-provider-none", "37", List.of());
        }
        try {
            known = ClientRegistrations.fromIssuerLocation(issuer)
                    .clientId(settings.clientId())
                    .clientSecret(settings.clientSecret())
                    .redirectUri(settings.returnUrl())
                    .scope("openid")
                    .build();
        } catch (IllegalArgumentException | IllegalStateException | RestClientException e) {
            throw refused("the provider is away");
        }
        registration = known;
        return known;
    }

    private String fresh() {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String hash(String verifier) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is in every Java", e);
        }
    }
}
