/** What every field of the data files holds, in both languages; the schema carries the English. */
export const fieldWords = {
  $schema: { en: 'Address of the schema.', zh: 'schema 的地址。' },
  id: {
    en: 'The engine’s name, torchvision’s where it has the network.',
    zh: '引擎中的名称；torchvision 有该网络时与其一致。',
  },
  title: { en: 'Name as papers write it.', zh: '论文中的写法。' },
  family: { en: 'Id of the family the network belongs to.', zh: '所属系列的标识。' },
  task: { en: 'What the network was made for.', zh: '网络的用途。' },
  sources: {
    en: 'Keys of references.bib: the papers that describe it.',
    zh: '描述它的论文，为 references.bib 中的键。',
  },
  input: {
    en: 'Input shape without batch: channels, frames where there are any, height, width; or tokens.',
    zh: '不含批的输入形状：通道、帧（若有）、高、宽；语言模型为 token 数。',
  },
  outputShape: { en: 'Output shape without batch.', zh: '不含批的输出形状。' },
  classes: {
    en: 'Outputs of the classifier; the vocabulary of a language model.',
    zh: '分类器的输出数；语言模型为词表大小。',
  },
  auxiliaryHeads: {
    en: 'Whether heads that only training uses are part of the network.',
    zh: '是否包含只在训练时使用的辅助头。',
  },
  widthMultiplier: { en: 'Factor on the channels of every layer.', zh: '各层通道数的倍率。' },
  layerCount: { en: 'Number of operators.', zh: '算子数。' },
  parameters: { en: 'Trained values; tied weights count once.', zh: '训练得到的值；共用的权重只计一次。' },
  macs: {
    en: 'Multiply-adds for one sample; a FLOP count at two for each is twice this.',
    zh: '单个样本的乘加次数；按一次乘加计 2 FLOPs 则加倍。',
  },
  activations: {
    en: 'Values that convolutions and matrix products write, for one sample.',
    zh: '单个样本中卷积与矩阵乘法写出的值的个数。',
  },
  flopsPerByte: {
    en: 'Two FLOPs for each multiply-add over the least bytes moved in float32, one sample, each operator by itself.',
    zh: '一次乘加计 2 FLOPs，除以 float32 下最少的读写字节数；单个样本，每个算子各自计算。',
  },
  buffers: {
    en: 'Floating-point values of the state dict that are not trained.',
    zh: '状态字典中不参与训练的浮点值个数。',
  },
  int64Values: {
    en: 'Counters and index tables of the state dict.',
    zh: '状态字典中的计数器与索引表的值个数。',
  },
  stateDictBytes: {
    en: 'Bytes of all tensors in float32, without a container.',
    zh: '全部张量按 float32 的字节数，不含容器。',
  },
  fileBytes: {
    en: 'Predicted bytes of the file on disk; safetensorsHalf is float16, the others float32, onnx is an estimate.',
    zh: '预测的文件字节数；safetensorsHalf 为 float16，其余为 float32，onnx 为估计值。',
  },
  peakInferenceBytes: {
    en: 'Most bytes of activations at once in inference, float32, one sample.',
    zh: '推理时激活值占用的最大字节数，float32，单个样本。',
  },
  peakTrainingBytes: {
    en: 'Most bytes of activations at once in training, float32, one sample.',
    zh: '训练时激活值占用的最大字节数，float32，单个样本。',
  },
  receptiveField: {
    en: 'What one position late in the network sees of each axis, and how far apart positions are; null where no single window describes it.',
    zh: '网络后部一个位置在各轴上能看到的范围，以及相邻位置的间隔；无法用单一窗口描述时为 null。',
  },
  stages: {
    en: 'The network in parts; together they are the whole.',
    zh: '网络的各个部分，合起来就是整个网络。',
  },
  kinds: {
    en: 'The network by kind of operator; kinds without any cost are left out.',
    zh: '按算子种类划分；没有任何代价的种类不列出。',
  },
  layers: { en: 'Every operator in the order they run.', zh: '全部算子，按执行顺序。' },
  name: {
    en: 'Module path, with a range where modules alike are taken together.',
    zh: '模块路径；相同的模块合并时写成范围。',
  },
  repeats: { en: 'Modules alike taken together.', zh: '合并在一起的相同模块数。' },
  kind: { en: 'Kind of operator.', zh: '算子种类。' },
  path: { en: 'Module path as in the framework’s state dict.', zh: '模块路径，与框架的状态字典一致。' },
  techniques: {
    en: 'Techniques read off the operator that a note explains.',
    zh: '从算子判断出的、有笔记讲解的技术。',
  },
  sizes: { en: 'Input positions seen, for each axis.', zh: '各轴上能看到的输入位置数。' },
  jumps: {
    en: 'Input positions from one position to the next, for each axis.',
    zh: '各轴上相邻位置之间相隔的输入位置数。',
  },
  networks: { en: 'All networks, by family.', zh: '全部网络，按系列排列。' },
  data: { en: 'Address of the network’s own file.', zh: '该网络数据文件的地址。' },
  page: { en: 'Address of the network’s page in each language.', zh: '该网络页面在各语言下的地址。' },
} as const;

export type DataField = keyof typeof fieldWords;
