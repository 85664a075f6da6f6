package org.percuta.skin.healing;

import org.percuta.skin.Seeded;

/**
 * Latin hypercube (McKay, Beckman and Conover 1979): each column has one point in each of equally
 * likely strata, in a random order.
 */
final class LatinHypercube {

  private LatinHypercube() {}

  /** Points by row, each coordinate strictly between 0 and 1. */
  static double[][] points(int rows, int columns, long seed) {
    Seeded chance = new Seeded(seed);
    double[][] points = new double[rows][columns];
    int[] order = new int[rows];
    for (int column = 0; column < columns; column++) {
      for (int i = 0; i < rows; i++) {
        int j = chance.below(i + 1);
        order[i] = order[j];
        order[j] = i;
      }
      for (int row = 0; row < rows; row++) {
        // Kept off 0, where a quantile has no value.
        points[row][column] = (order[row] + Math.max(1e-9, chance.uniform())) / rows;
      }
    }
    return points;
  }
}
