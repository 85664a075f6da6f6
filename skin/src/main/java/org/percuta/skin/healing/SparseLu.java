package org.percuta.skin.healing;

/**
 * LU of {@code diagonal·1 − J} for a Jacobian whose zeros are always in the same places. Those that
 * elimination fills are found once; after that nothing is allocated and no zero is touched.
 *
 * <p>There is no pivoting: the diagonal dominates for steps that pass the error test.
 */
final class SparseLu {

  private static final int N = State.COUNT;

  private final double[] lu = new double[N * N];

  /** Columns left of the diagonal, by row. */
  private final int[][] lower = new int[N][];

  /** Columns right of the diagonal, by row. */
  private final int[][] upper = new int[N][];

  /** Finds where elimination leaves something. */
  SparseLu(double[] exampleJacobian) {
    boolean[][] full = new boolean[N][N];
    for (int i = 0; i < N; i++) {
      for (int j = 0; j < N; j++) {
        full[i][j] = i == j || exampleJacobian[i * N + j] != 0;
      }
    }
    for (int k = 0; k < N; k++) {
      for (int i = k + 1; i < N; i++) {
        for (int j = k + 1; j < N && full[i][k]; j++) {
          full[i][j] |= full[k][j];
        }
      }
    }
    for (int i = 0; i < N; i++) {
      lower[i] = columns(full[i], 0, i);
      upper[i] = columns(full[i], i + 1, N);
    }
  }

  private static int[] columns(boolean[] row, int from, int to) {
    return java.util.stream.IntStream.range(from, to).filter(j -> row[j]).toArray();
  }

  /** Row by row: each row is loaded, then freed of what stands left of its diagonal. */
  void decompose(double[] jacobian, double diagonal) {
    for (int i = 0; i < N; i++) {
      int row = i * N;
      for (int j : lower[i]) {
        lu[row + j] = -jacobian[row + j];
      }
      lu[row + i] = diagonal - jacobian[row + i];
      for (int j : upper[i]) {
        lu[row + j] = -jacobian[row + j];
      }
      for (int k : lower[i]) {
        double factor = lu[row + k] / lu[k * N + k];
        lu[row + k] = factor;
        for (int j : upper[k]) {
          lu[row + j] -= factor * lu[k * N + j];
        }
      }
    }
  }

  /** Replaces {@code b} by the solution. */
  void solve(double[] b) {
    for (int i = 1; i < N; i++) {
      double sum = b[i];
      for (int j : lower[i]) {
        sum -= lu[i * N + j] * b[j];
      }
      b[i] = sum;
    }
    for (int i = N - 1; i >= 0; i--) {
      double sum = b[i];
      for (int j : upper[i]) {
        sum -= lu[i * N + j] * b[j];
      }
      b[i] = sum / lu[i * N + i];
    }
  }
}
