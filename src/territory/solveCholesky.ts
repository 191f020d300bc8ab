/**
 * Solves A x = b for a symmetric positive definite matrix, given by rows in full; both are overwritten, `b` by x. False
 * where the matrix is not positive definite. Source: Cholesky's factorisation, Golub & Van Loan, Matrix Computations,
 * section 4.2. Cost: n³ ÷ 6 multiplications.
 */
export function solveCholesky(matrix: Float64Array, b: Float64Array): boolean {
  const n = b.length;
  for (let row = 0; row < n; row++) {
    const at = row * n;
    for (let column = 0; column <= row; column++) {
      const other = column * n;
      let sum = matrix[at + column] ?? 0;
      for (let k = 0; k < column; k++) sum -= (matrix[at + k] ?? 0) * (matrix[other + k] ?? 0);
      if (column < row) matrix[at + column] = sum / (matrix[other + column] ?? 0);
      else if (sum > 0) matrix[at + row] = Math.sqrt(sum);
      else return false;
    }
  }
  for (let row = 0; row < n; row++) {
    let sum = b[row] ?? 0;
    for (let k = 0; k < row; k++) sum -= (matrix[row * n + k] ?? 0) * (b[k] ?? 0);
    b[row] = sum / (matrix[row * n + row] ?? 0);
  }
  for (let row = n - 1; row >= 0; row--) {
    let sum = b[row] ?? 0;
    for (let k = row + 1; k < n; k++) sum -= (matrix[k * n + row] ?? 0) * (b[k] ?? 0);
    b[row] = sum / (matrix[row * n + row] ?? 0);
  }
  return true;
}
