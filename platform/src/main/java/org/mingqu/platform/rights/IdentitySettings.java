package org.mingqu.platform.rights;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where people prove who they are: an OpenID provider, such as the province's unified identity service.
///
/// @param issuer its address; null where none is connected
/// @param clientId by which it knows this installation
/// @param returnUrl our own page `/rights/identity`, as the provider knows it
/// @param kindClaim of the ID token: `person` or `enterprise`
/// @param numberClaim of the ID token: the ID number or the credit code
@ConfigurationProperties("mingqu.identity")
record IdentitySettings(
        @Nullable String issuer,
        @DefaultValue("mingqu") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("") String returnUrl,
        @DefaultValue("subject_kind") String kindClaim,
        @DefaultValue("id_number") String numberClaim) {

    @Override
    public String toString() {
        return "IdentitySettings[" + issuer + "]";
    }
}
