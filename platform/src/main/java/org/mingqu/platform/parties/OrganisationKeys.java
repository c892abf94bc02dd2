package org.mingqu.platform.parties;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.mingqu.ledger.Entry;
import org.mingqu.ledger.SigningKey;
import org.mingqu.platform.rules.Refusal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// A key pair for each organisation, made when it first signs and held by the platform. A signature with it says that
/// the platform let a signed-in person of that organisation sign this text; it is no certificate of the signatory.
@Repository
class OrganisationKeys implements Signatures {

    private final JdbcClient sql;
    private final InstallationKey installation;
    private final Clock clock;

    OrganisationKeys(JdbcClient sql, InstallationKey installation, Clock clock) {
        this.sql = sql;
        this.installation = installation;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public Signature sign(UUID organisation, Map<String, String> facts) {
        mustBeThere(organisation);
        var key = find(organisation).orElseGet(() -> make(organisation));
        var text = Entry.of(facts).bytes();
        return new Signature(key.verifyingKey().pem(), new String(text, StandardCharsets.UTF_8), key.sign(text));
    }

    /// Whoever was merged into another signs nothing any more.
    private void mustBeThere(UUID organisation) {
        var merged = sql.sql("select exists (select 1 from organisation where id = :id and merged_into is not null)")
                .param("id", organisation)
                .query(Boolean.class)
                .single();
        if (merged) {
            throw new Refusal.NotOpen("organisation-merged", "3", List.of());
        }
    }

    private Optional<SigningKey> find(UUID organisation) {
        return sql.sql("select sealed from organisation_key where organisation = :organisation")
                .param("organisation", organisation)
                .query((row, number) -> row.getBytes("sealed"))
                .optional()
                .map(it -> SigningKey.of(installation.open(it, organisation.toString())));
    }

    /// If another was quicker, its key is the one.
    private SigningKey make(UUID organisation) {
        var fresh = SigningKey.generate();
        sql.sql("""
                        insert into organisation_key (organisation, public_key, sealed, made_at)
                        values (:organisation, :public, :sealed, :at)
                        on conflict (organisation) do nothing
                        """)
                .param("organisation", organisation)
                .param("public", fresh.verifyingKey().pem())
                .param("sealed", installation.seal(fresh.pem(), organisation.toString()))
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return find(organisation).orElseThrow();
    }
}
