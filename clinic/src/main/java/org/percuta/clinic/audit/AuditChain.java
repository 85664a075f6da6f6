package org.percuta.clinic.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.percuta.clinic.platform.ClinicId;
import org.percuta.clinic.platform.database.ClinicTransactions;
import org.springframework.stereotype.Component;

/**
 * Checks that a clinic's audit is as it was written. Finds a row changed, removed, added or put in
 * another place. Rows cut from the end show against the chain's head; where the head was forged as
 * well, against the head written down earlier, which is why the report gives it.
 */
@Component
public class AuditChain {

  private static final int MOST_FAULTS = 100;

  private final AuditRepository repository;
  private final ClinicTransactions transactions;

  AuditChain(AuditRepository repository, ClinicTransactions transactions) {
    this.repository = repository;
    this.transactions = transactions;
  }

  /**
   * @param entries how many rows were read
   * @param head hash of the last row, to be written down outside the database
   * @param faults what is wrong, in words, at most a hundred
   */
  public record Report(long entries, String head, List<String> faults) {
    public Report {
      faults = List.copyOf(faults);
    }

    public boolean isIntact() {
      return faults.isEmpty();
    }
  }

  public Report verify(ClinicId clinic) {
    return transactions.in(
        clinic,
        () -> {
          Walk walk = new Walk();
          AuditRepository.Head head = repository.head();
          repository.forEachUpTo(head.seq(), walk::next);
          if (walk.lastSeq != head.seq() || !Arrays.equals(walk.lastHash, head.hash())) {
            walk.fault(
                "The chain says that entry "
                    + head.seq()
                    + " is the last; the last one read is "
                    + walk.lastSeq
                    + ". Rows are missing at the end, or the head was changed.");
          }
          repository.forEachApartThatDiffers(seq ->
              walk.fault(
                  "What is kept apart of entry " + seq + " was changed after it was written."));
          return new Report(walk.count, HexFormat.of().formatHex(walk.lastHash), walk.faults);
        });
  }

  private static final class Walk {

    private final List<String> faults = new ArrayList<>();
    private long lastSeq;
    private byte[] lastHash = new byte[32];
    private long count;

    void next(AuditEntry entry) {
      count++;
      if (entry.seq() != lastSeq + 1) {
        fault("Entries " + (lastSeq + 1) + " to " + (entry.seq() - 1) + " are missing.");
      } else if (!Arrays.equals(entry.previousHash(), lastHash)) {
        fault("Entry " + entry.seq() + " does not follow entry " + lastSeq + ": one was replaced.");
      }
      if (!Arrays.equals(entry.expectedHash(), entry.hash())) {
        fault("Entry " + entry.seq() + " was changed after it was written.");
      }
      lastSeq = entry.seq();
      lastHash = entry.hash();
    }

    void fault(String words) {
      if (faults.size() < MOST_FAULTS) {
        faults.add(words);
      }
    }
  }
}
