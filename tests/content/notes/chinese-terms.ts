/**
 * Words for the glossary's terms that the site does not use, though readers may search for them: one thing, one name.
 * By term id, as patterns.
 */
export const discouraged: Readonly<Record<string, RegExp>> = {
  stride: /步幅|跨步/g,
  'dilation-rate': /空洞率|膨胀率|膨胀系数/g,
  'dilated-convolution': /膨胀卷积|带孔卷积/g,
  'receptive-field': /感知野|接受域|感受域/g,
  padding: /补零|零填充/g,
  'depthwise-convolution': /深度卷积/g,
  'grouped-convolution': /(?<!分)组卷积|群卷积/g,
  'channel-shuffle': /洗牌|通道重排/g,
  'depthwise-separable-convolution': /可分卷积|深度分离/g,
  'transposed-convolution': /(?<!数学上的)反卷积|逆卷积/g,
  'standard-convolution': /普通的? ?(?:卷积|\d×\d)|常规卷积|稠密卷积(?!核)/g,
  bottleneck: /瓶颈模块|瓶颈结构/g,
  'residual-block': /残差模块|残差单元/g,
  // Alone it may be a value or the function; compounds such as 激活内存 are clear.
  'activation-value': /激活(?!值|函数|内存|显存|重计算|检查点)/g,
  'convolution-factorization': /卷积分解|分解卷积|因式分解/g,
  'multiply-add': /乘累加|乘加运算/g,
  'gradient-accumulation': /梯度累加/g,
  'batch-normalization': /批标准化|批规范化|批量归一化/g,
  'post-training-quantization': /后训练量化/g,
  'quantization-aware-training': /量化训练/g,
  scale: /缩放系数|比例因子/g,
  'inverted-residual': /(?<!倒)(?:逆残差|反向残差)|倒置残差/g,
  shortcut: /跳跃连接|跳连/g,
  token: /令牌|标记/g,
  epoch: /轮次|世代/g,
  'gpu-kernel': /核函数/g,
  tracing: /追踪/g,
  'arithmetic-intensity': /计算强度|运算强度|计算密度/g,
  'ridge-point': /脊点|平衡点/g,
  'peak-memory': /显存峰值|内存峰值/g,
};

/** A sentence that gives other names of a thing, and so may hold them. */
const namesThings = /叫|称|译|名字|“/;

/** Discouraged words in a Chinese text, `word → term`. Sentences that are about names, and quotations, are left alone. */
export function discouragedTerms(text: string): string[] {
  return text
    .split(/(?<=[。；！？])/)
    .filter((sentence) => !namesThings.test(sentence))
    .flatMap((sentence) =>
      Object.entries(discouraged).flatMap(([id, words]) =>
        [...sentence.matchAll(words)].map(([word]) => `${word} → ${id}`),
      ),
    );
}
