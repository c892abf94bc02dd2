package org.mingqu.platform.partners;

import java.util.List;
import java.util.UUID;
import org.mingqu.platform.parties.Party;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Who is a filed partner of whom, for those who have to know.
@Service
@Transactional(readOnly = true)
public class PartnerRegister {

    private final PartnerStore store;

    PartnerRegister(PartnerStore store) {
        this.store = store;
    }

    /// The partners of an operator that are filed.
    public List<Party> of(UUID operator) {
        return store.all().stream()
                .filter(it -> it.operator().id().equals(operator) && it.stage() == PartnershipStage.FILED)
                .map(Partnership::partner)
                .toList();
    }
}
