package org.mingqu.platform.domain;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/// Where the enclave is.
///
/// @param url of the orders listener of an enclave that somebody else runs; absent in the embedded default
/// @param doorUrl how browsers reach its door; needed with `url`, and for a door behind a proxy
/// @param home the embedded enclave's own directory
/// @param trust where the keys of both sides are, or are made
/// @param jar the embedded enclave's program
/// @param doorPort the door's port; 0 for any free one
/// @param origin of the pages that may use the door; several with commas between
/// @param jvm options for the embedded enclave's own virtual machine
/// @param memory the most that the operating system lets the embedded enclave's process commit; 0 for no limit
/// @param embedded false where no enclave is to be started although no `url` is given
@ConfigurationProperties("mingqu.enclave")
record EnclaveSettings(
        @Nullable URI url,
        @Nullable URI doorUrl,
        @DefaultValue("data/enclave") Path home,
        @DefaultValue("data/trust") Path trust,
        @DefaultValue("enclave/target/enclave.jar") Path jar,
        @DefaultValue("0") int doorPort,
        @DefaultValue("http://localhost:8080") String origin,

        @DefaultValue({"-Xmx320m", "-Xss2m", "-XX:+UseSerialGC", "-XX:MaxMetaspaceSize=192m"})
        List<String> jvm,

        @DefaultValue("3GB") DataSize memory,
        @DefaultValue("true") boolean embedded) {}
