/**
 * Every symbol a formula may use, and how TeX sets it. One notation on the whole site; the sentence that explains
 * each symbol is kept per language, keyed by these names.
 */
export const symbolTex = {
  N: 'N',
  P: 'P',
  M: 'M',
  B: 'B',
  b: 'b',
  C_in: 'C_{\\mathrm{in}}',
  C_mid: 'C_{\\mathrm{mid}}',
  C_max: 'C_{\\mathrm{max}}',
  C_out: 'C_{\\mathrm{out}}',
  C: 'C',
  F_in: 'F_{\\mathrm{in}}',
  F_out: 'F_{\\mathrm{out}}',
  E: 'E',
  V: 'V',
  D_q: 'D_{\\mathrm{q}}',
  D_kv: 'D_{\\mathrm{kv}}',
  N_q: 'N_{\\mathrm{q}}',
  N_kv: 'N_{\\mathrm{kv}}',
  h: 'h',
  S: 'S',
  U: 'U',
  F_h: 'F_{\\mathrm{h}}',
  R: 'R',
  g: 'g',
  alpha: '\\alpha',
  rho: '\\rho',
  n: 'n',
  m: 'm',
  k: 'k',
  k_eff: 'k_{\\mathrm{eff}}',
  s: 's',
  d: 'd',
  d_sum: 'd_{\\mathrm{sum}}',
  p_begin: 'p_{\\mathrm{begin}}',
  p_end: 'p_{\\mathrm{end}}',
  p_out: 'p_{\\mathrm{out}}',
  o: 'o',
  r: 'r',
  r_prev: 'r_{\\mathrm{prev}}',
  j: 'j',
  j_prev: 'j_{\\mathrm{prev}}',
  k_t: 'k_t',
  k_h: 'k_h',
  k_w: 'k_w',
  T_in: 'T_{\\mathrm{in}}',
  H_in: 'H_{\\mathrm{in}}',
  W_in: 'W_{\\mathrm{in}}',
  T_out: 'T_{\\mathrm{out}}',
  H_out: 'H_{\\mathrm{out}}',
  W_out: 'W_{\\mathrm{out}}',
  x: 'x',
  x_min: 'x_{\\mathrm{min}}',
  x_max: 'x_{\\mathrm{max}}',
  x_abs: '|x|_{\\mathrm{max}}',
  x_hat: '\\hat{x}',
  s_bit: 's_{\\mathrm{bit}}',
  e_field: 'e_{\\mathrm{field}}',
  e_bias: 'e_{\\mathrm{bias}}',
  m_field: 'm_{\\mathrm{field}}',
  b_m: 'b_m',
  q: 'q',
  q_min: 'q_{\\mathrm{min}}',
  Delta: '\\Delta',
  z: 'z',
  b_scale: 'b_{\\Delta}',
  b_zero: 'b_z',
  b_weight: 'b_{\\mathrm{weight}}',
  G: 'G',
  D: 'D',
  e: 'e',
  f: 'f',
  f_eta: 'f_{\\eta}',
  f_N: 'f_N',
  u: 'u',
  F: 'F',
  B_block: 'B_{\\mathrm{block}}',
  P_buf: 'P_{\\mathrm{buf}}',
  n_int: 'n_{\\mathrm{int}}',
  A: 'A',
  n_op: 'n_{\\mathrm{op}}',
  B_fused: 'B_{\\mathrm{fused}}',
  A_peak: 'A_{\\mathrm{peak}}',
  B_file: 'B_{\\mathrm{file}}',
  B_cont: 'B_{\\mathrm{cont}}',
  B_act: 'B_{\\mathrm{act}}',
  B_state: 'B_{\\mathrm{state}}',
  B_w: 'B_w',
  B_g: 'B_g',
  B_o: 'B_o',
  B_dev: 'B_{\\mathrm{dev}}',
  N_max: 'N_{\\mathrm{max}}',
  A_kv: 'A_{\\mathrm{kv}}',
  B_kv: 'B_{\\mathrm{kv}}',
  L: 'L',
  h_kv: 'h_{\\mathrm{kv}}',
  d_h: 'd_h',
  T: 'T',
  t: 't',
  I: 'I',
  I_ridge: 'I_{\\mathrm{ridge}}',
  F_att: 'F_{\\mathrm{att}}',
  F_peak: 'F_{\\mathrm{peak}}',
  B_peak: 'B_{\\mathrm{peak}}',
} as const;

export type SymbolName = keyof typeof symbolTex;

/** Values for the symbols of a formula. */
export type Bindings = Readonly<Partial<Record<SymbolName, number>>>;

const axisLetters = [['w'], ['h', 'w'], ['t', 'h', 'w']] as const;

/** Kernel and output-size symbols of a 1-, 2- or 3-dimensional operator, slowest axis first: (T,) H, W. */
export function axisSymbols(axes: number): {
  kernel: SymbolName[];
  input: SymbolName[];
  output: SymbolName[];
} {
  const letters = axisLetters[axes - 1];
  if (letters === undefined) throw new RangeError(`axes must be 1, 2 or 3, not ${axes}`);
  const upper = { t: 'T', h: 'H', w: 'W' } as const;
  return {
    kernel: letters.map((letter) => `k_${letter}` as const),
    input: letters.map((letter) => `${upper[letter]}_in` as const),
    output: letters.map((letter) => `${upper[letter]}_out` as const),
  };
}
