package org.mingqu.platform.supervision;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;

/// Which of the regulators of article 7 an organisation is, for other rooms.
@Service
public class RemitRegister {

    private final Remits remits;

    RemitRegister(Remits remits) {
        this.remits = remits;
    }

    /// Stable code of the remit; empty while nobody has written it down.
    public Optional<String> of(UUID organisation) {
        return remits.of(organisation).map(Enum::name);
    }
}
